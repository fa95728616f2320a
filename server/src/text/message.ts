import { lazy } from "./lazy.js";

/** What stands for a placeholder: words as they are, another message, or several, which are listed (“a, b and c”). */
export type Value = string | number | FilledMessage | readonly Message[];

/** A message with placeholders, `{0}` and so on, and what stands for them. */
export interface FilledMessage {
  readonly text: string;
  readonly values: readonly Value[];
}

/**
 * Something to tell a user, in no language yet: its English text, by which translations find it. Said where it reaches
 * the user only, so that what is worked out and remembered is the same for all.
 */
export type Message = string | FilledMessage;

/** Says a message in a language. */
export type Say = (message: Message) => string;

/** A language: its messages by their English texts, and its code, BCP 47, for lists. */
export interface Language {
  readonly code: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** Makes messages. The first argument is one literal text: translators' bundles are read off the calls. */
export const l10n = { t: message } as const;

function message<T extends string>(text: T): T;
function message(text: string, ...values: readonly [Value, ...Value[]]): FilledMessage;
function message(text: string, ...values: readonly Value[]): Message {
  return values.length === 0 ? text : { text, values };
}

/** Words that are the same in every language: names, and what stands in a report. */
export function verbatim(words: string): FilledMessage {
  return { text: "{0}", values: [words] };
}

/** Says messages in English, as they were written. */
export const inEnglish: Say = sayIn({ code: "en-GB", messages: {} });

/** Says messages in a language, in English what it lacks. */
export function sayIn({ code, messages }: Language): Say {
  const known = new Map(Object.entries(messages));
  // The first of them takes longer than the rest of a thread's start, and few messages list anything.
  const lists = lazy(() => new Intl.ListFormat(code, { type: "conjunction" }));
  const shown = (value: Value): string =>
    typeof value === "object" ? (isList(value) ? lists().format(value.map(say)) : say(value)) : String(value);
  const say: Say = (message) => {
    if (typeof message === "string") return known.get(message) ?? message;
    const { text, values } = message;
    return (known.get(text) ?? text).replace(/\{(\d+)\}/g, (kept, index) => {
      const value = values[Number(index)];
      return value === undefined ? kept : shown(value);
    });
  };
  return say;
}

/** Whether two messages say the same in every language. */
export function isSameMessage(a: Message | undefined, b: Message | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.text === b.text && isSameList(a.values, b.values, isSameValue);
}

function isSameValue(a: Value, b: Value): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  if (!isList(a)) return !isList(b) && isSameMessage(a, b);
  return isList(b) && isSameList(a, b, isSameMessage);
}

function isSameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((item, at) => same(item, b[at] as T));
}

function isList(value: FilledMessage | readonly Message[]): value is readonly Message[] {
  return Array.isArray(value);
}
