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
  const lists = new Intl.ListFormat(code, { type: "conjunction" });
  const shown = (value: Value): string =>
    typeof value === "object" ? (isList(value) ? lists.format(value.map(say)) : say(value)) : String(value);
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

function isList(value: FilledMessage | readonly Message[]): value is readonly Message[] {
  return Array.isArray(value);
}
