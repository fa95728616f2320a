import { KINDS, type Kind } from "./kind-table.js";
import vocabulary from "./kinds.json" with { type: "json" };

/** For each kind, more words by which headings tell it, in any language: what the configuration adds. */
export type KindWords = Readonly<Partial<Record<Kind, readonly string[]>>>;

/** What a phrase of a heading tells. */
export interface Phrase {
  readonly kind: Kind;
  /** It also means other things: it counts only where its neighbours agree. */
  readonly uncertain: boolean;
}

/** Which kind a word or phrase of a heading tells; keys are normalised by `normalised`. */
export type Vocabulary = ReadonlyMap<string, Phrase>;

/** The built-in vocabulary and the configured words, which win. */
export function vocabularyWith(more: KindWords): Vocabulary {
  const phrases = new Map<string, Phrase>();
  const uncertain = new Set(Object.values(vocabulary.uncertain).flat().map(normalised));
  for (const kind of KINDS) {
    const byLanguage: Readonly<Record<string, readonly string[]>> = vocabulary[kind];
    const unsure: Readonly<Record<string, readonly string[]>> = vocabulary.uncertain;
    for (const phrase of [...Object.values(byLanguage).flat(), ...(unsure[kind] ?? [])]) {
      const key = normalised(phrase);
      if (!phrases.has(key)) phrases.set(key, { kind, uncertain: uncertain.has(key) });
    }
  }
  for (const kind of KINDS)
    for (const phrase of more[kind] ?? []) phrases.set(normalised(phrase), { kind, uncertain: false });
  return phrases;
}

/** Lower case, one space between words, no punctuation but what is inside a word. */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}'&;/:-]+/gu, " ")
    .replace(/(?<!\S)[-:;/]+|(?<![-:;/])[-:;/]+(?!\S)/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The kind that a heading's words tell, and by which of them. */
export interface WordedKind {
  readonly kind: Kind;
  readonly words: string;
  /** Where in the heading: all of it, before a colon or dash, its last words, or anywhere. */
  readonly place: "whole" | "before" | "last" | "within";
  readonly uncertain: boolean;
}

/** Kinds that a heading's last words can tell: `Kubernetes training`, `Security panel`. */
const BY_LAST_WORDS = new Set<Kind>(["keynote", "panel", "workshop", "expo", "hallway", "summary", "group"]);
const FILLER =
  /^(?:(?:my|our|the|some|a few|few|other|more|general|main|overall|personal|quick|brief|short|initial|first|additional|misc|various|conference|event|two|three|four|five|ten|top|\d{1,2}) )+/;
const CONTAINER =
  /(?:^| )(?:talks|sessions|papers|presentations|lectures|tracks|vorträge|charlas|ponencias|conférences|interventi)(?: |$)/;
const SUMMARY_WITHIN = /(?:^| )(?:takeaways?|take-aways?|highlights|impressions|conclusions?|tl;dr)(?: |$)/;
const KEYNOTE_WITHIN =
  /(?:^| )(?:keynotes?|plenary)(?! (?:speakers?|people|audience|hall|room|stage))(?: |$)/;
const PANEL_WITHIN = /(?:^| )(?:panel discussion|fireside chat|round ?table|birds of a feather|bof)(?: |$)/;

/** What the words of a heading's title tell of its kind. */
export function wordedKind(title: string, vocabulary: Vocabulary): WordedKind | undefined {
  const text = normalised(title.slice(0, 200));
  const whole = vocabulary.get(text) ?? vocabulary.get(text.replace(FILLER, ""));
  if (whole) return { ...whole, words: text, place: "whole" };
  const track =
    /^(?:track|stream|stage|room|devroom|block|hall|raum) (?:[a-z]|\d{1,2}|one|two|three|four)$/.exec(text);
  if (track) return { kind: "group", words: text, place: "whole", uncertain: false };
  const split = /^([^:–—|]{1,40}?)(?:\s*[:–—|]|\s+-{1,2})\s/.exec(title);
  if (split) {
    const before = normalised(split[1]!).replace(/ \d{1,3}$/, "");
    const phrase =
      vocabulary.get(before) ??
      vocabulary.get(before.replace(FILLER, "")) ??
      lastWords(before, vocabulary)?.phrase;
    if (phrase && phrase.kind !== "group" && phrase.kind !== "summary" && phrase.kind !== "followups")
      return {
        ...phrase,
        uncertain: phrase.uncertain && before !== "training",
        words: before,
        place: "before",
      };
    if (phrase) return { ...phrase, words: before, place: "before" };
  }
  const words = text.split(" ");
  const dated = text.replace(
    / (?:day )?(?:\d{1,2}|one|two|three|four|five|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/,
    "",
  );
  const undated = dated !== text ? vocabulary.get(dated) : undefined;
  if (undated) return { ...undated, words: dated, place: "whole" };
  const last = lastWords(text, vocabulary);
  if (last && BY_LAST_WORDS.has(last.phrase.kind) && words.length <= 9)
    return { ...last.phrase, words: last.words, place: "last" };
  return within(text, words.length);
}

function within(text: string, length: number): WordedKind | undefined {
  const told = (kind: Kind, pattern: RegExp, most: number): WordedKind | undefined => {
    const found = length <= most ? pattern.exec(text) : null;
    return found ? { kind, words: found[0].trim(), place: "within", uncertain: true } : undefined;
  };
  const meal =
    /^(?:lunch|dinner|breakfast|drinks|beers?|coffee|meetings?|chats?|conversations?) (?:with|at|in) /.exec(
      text,
    );
  if (meal && length <= 8) return { kind: "hallway", words: meal[0].trim(), place: "last", uncertain: false };
  return (
    told("keynote", KEYNOTE_WITHIN, 8) ??
    told("panel", PANEL_WITHIN, 12) ??
    (CONTAINER.test(text) ? told("followups", /(?:watch|watching|read|check out|follow)$/, 12) : undefined) ??
    told("group", CONTAINER, 9) ??
    told("summary", SUMMARY_WITHIN, 8)
  );
}

function lastWords(text: string, vocabulary: Vocabulary): { phrase: Phrase; words: string } | undefined {
  const words = text.split(" ");
  for (const count of [3, 2, 1]) {
    if (words.length <= count) continue;
    const words_ = words.slice(-count).join(" ");
    const phrase = vocabulary.get(words_);
    if (phrase) return { phrase, words: words_ };
  }
  return undefined;
}
