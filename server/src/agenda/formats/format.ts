import type { Message } from "../../text/message.js";
import type { AgendaReading } from "../agenda.js";

/** A text whose format is asked for. */
export interface AgendaText {
  readonly content: string;
  /** The end of the file's name, lower case, without the dot; empty where there is no name. */
  readonly extension: string;
}

/** One format that organisers publish programmes in. */
export interface AgendaFormat {
  readonly name: string;
  /** How names of such files end: one of them that cannot be read is told to be broken. */
  readonly extensions: readonly string[];
  /** Reads a text of this format; `undefined` for texts that are of another. May throw on broken ones. */
  read(text: AgendaText): AgendaReading | undefined;
}

/** Says that a text is of a format but cannot be read. The reason names the place. */
export function broken(reason: Message): AgendaReading {
  return { kind: "broken", reason };
}
