import type { Place } from "../index/card.js";
import { placeOf } from "../index/make-card.js";
import type { Severity } from "../rules/rule.js";
import type { Message } from "../text/message.js";
import type { Text } from "../text/text.js";
import type { Diagnostic } from "./diagnostic.js";

/** A finding that needs no text to be shown: plain data, which goes from thread to thread. */
export interface PlacedFinding {
  readonly at: Place;
  readonly code: string;
  readonly severity: Severity;
  /** For the writer's eyes. */
  readonly message: Message;
  readonly unnecessary?: true;
  readonly related?: readonly { readonly at: Place; readonly message: Message }[];
}

/** A finding in a text, with its places in lines and columns. */
export function placedFinding(text: Text, found: Diagnostic): PlacedFinding {
  const { code, severity, message, messageWithText = message, unnecessary, related } = found;
  return {
    at: placeOf(text, found),
    code,
    severity,
    message: messageWithText,
    ...(unnecessary ? { unnecessary } : {}),
    ...(related
      ? { related: related.map((place) => ({ at: placeOf(text, place), message: place.message })) }
      : {}),
  };
}
