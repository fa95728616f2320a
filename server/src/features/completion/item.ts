import type { Message } from "../../text/message.js";
import type { Span } from "../../text/span.js";

/** What an item is, which decides its icon. */
export type CompletionKind =
  | "key"
  | "value"
  | "audience"
  | "comment"
  | "heading"
  | "session"
  | "day"
  | "person"
  | "affiliation"
  | "tag";

/** A place to fill in. `stop` counts from 1 in the order of filling in; 0 is where the cursor ends up. */
export interface Placeholder {
  readonly stop: number;
  readonly text: string;
  /** What can be chosen from instead; the first is `text`. */
  readonly choices?: readonly string[];
}

/** A text to insert, its lines separated by LF, with places to fill in. */
export type Insert = readonly (string | Placeholder)[];

/** What an explanation is asked for by: the source that knows it, and of which thing. */
export interface About {
  readonly source: string;
  readonly of: readonly string[];
}

/** Something to insert at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What it replaces: a stretch of the cursor's line that holds the cursor. */
  readonly replace: Span;
  readonly insert: Insert;
  /** What the replaced text up to the cursor is compared with. */
  readonly filter: string;
  readonly detail?: Message;
  /** Characters that accept the item when typed: only where nothing else could be meant. */
  readonly commit?: readonly string[];
  /** What to ask `describe` for. */
  readonly about?: readonly string[];
}

/** What stands in the places for a speaker until they are filled in. */
export const NAME = "Name";
export const COMPANY = "Company";

/** A place to fill in. */
export function hole(stop: number, text: string): Placeholder {
  return { stop, text };
}

/** The text with every place filled in as proposed, for editors that have no places to fill in. */
export function plainInsert(insert: Insert): string {
  return insert.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}

/** The insert with `prefix` behind each of its line breaks: what the lines of a quote or list item begin with. */
export function continued(insert: Insert, prefix: string): Insert {
  return prefix === ""
    ? insert
    : insert.map((piece) => (typeof piece === "string" ? piece.replaceAll("\n", `\n${prefix}`) : piece));
}

/** Whether one of the words of `text`, or the text itself, begins with what was typed, in any case. */
export function begins(text: string, typed: string): boolean {
  const words = text.toLowerCase();
  const start = typed.toLowerCase();
  return words.startsWith(start) || words.includes(` ${start}`);
}
