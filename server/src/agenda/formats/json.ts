import { l10n, type Message } from "../../text/message.js";
import type { AgendaText } from "./format.js";

/** A text as JSON: its value, why it has none, or that it does not look like any. */
export type JsonReading =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "broken"; readonly reason: Message }
  | { readonly kind: "other" };

/** Reads JSON. A text that only begins like it, as notes do that begin with a bracket, is something else. */
export function readJson({ content, extension }: AgendaText): JsonReading {
  const text = content.replace(/^\ufeff/, "");
  if (extension !== "json" && !/^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text)) return { kind: "other" };
  try {
    return { kind: "value", value: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: "broken", reason: mistake(text, error) };
  }
}

/** Longer texts are not parsed again to find the place. */
const MAX_SEARCHED = 2_000_000;

/** What is wrong, and where the parser stopped. Its message has the place only sometimes, and repeats the text. */
function mistake(text: string, error: unknown): Message {
  if (endsEarly(error)) return l10n.t("the JSON is not well-formed: it ends too early");
  if (text.length > MAX_SEARCHED) return l10n.t("the JSON is not well-formed");
  // What is in front of the mistake is merely too short.
  let [low, high] = [0, text.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (isMistaken(text.slice(0, middle))) high = middle;
    else low = middle;
  }
  return l10n.t("the JSON is not well-formed (line {0})", text.slice(0, high).split("\n").length);
}

function isMistaken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return !endsEarly(error);
  }
}

function endsEarly(error: unknown): boolean {
  return error instanceof SyntaxError && /^Unexpected end|^Unterminated|end of JSON/i.test(error.message);
}
