import vocabulary from "./kinds.json" with { type: "json" };

/** What a section is; `topic` is anything that is none of the others. Source: the format's section 3. */
export const KINDS = [
  "summary",
  "keynote",
  "breakout",
  "panel",
  "workshop",
  "expo",
  "hallway",
  "logistics",
  "followups",
  "group",
  "topic",
] as const;

export type Kind = (typeof KINDS)[number];

/** For each kind, more words by which headings tell it, in any language: what the configuration adds. */
export type KindWords = Readonly<Partial<Record<Kind, readonly string[]>>>;

/** Which kind a word or phrase of a heading tells. */
export type Vocabulary = ReadonlyMap<string, Kind>;

/** The built-in vocabulary and the configured words, which win. All lower case. */
export function vocabularyWith(more: KindWords): Vocabulary {
  const words = new Map<string, Kind>();
  for (const kind of KINDS) {
    const byLanguage: Readonly<Record<string, readonly string[]>> = kind === "topic" ? {} : vocabulary[kind];
    for (const phrase of Object.values(byLanguage).flat()) if (!words.has(phrase)) words.set(phrase, kind);
  }
  for (const kind of KINDS) for (const phrase of more[kind] ?? []) words.set(phrase.toLowerCase(), kind);
  return words;
}

export function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}
