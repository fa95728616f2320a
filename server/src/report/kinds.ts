import { Sieve } from "../text/sieve.js";
import { KINDS, type Kind } from "./kind-table.js";
import vocabulary from "./kinds.json" with { type: "json" };
import { normalised } from "./normalised.js";

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
  /^(?:(?:my|our|the|some|a few|few|other|more|general|main|overall|personal|quick|brief|short|initial|first|additional|misc|various|conference|event|two|three|four|five|ten|top|\d{1,2}) ){1,9}/;
const CONTAINER =
  /(?:^| )(?:talks|sessions|papers|presentations|lectures|tracks|vorträge|charlas|ponencias|conférences|interventi)(?: |$)/;
const SUMMARY_WITHIN = /(?:^| )(?:takeaways?|take-aways?|highlights|impressions|conclusions?|tl;dr)(?: |$)/;
const KEYNOTE_WITHIN =
  /(?:^| )(?:keynotes?|plenary)(?! (?:speakers?|people|audience|hall|room|stage))(?: |$)/;
const PANEL_WITHIN = /(?:^| )(?:panel discussion|fireside chat|round ?table|birds of a feather|bof)(?: |$)/;

/** What `within` looks for, by the first letters of words that all of it has. */
const WITHIN = new Sieve([
  ["keynote", "plenary"],
  ["panel", "fireside", "round", "birds", "bof"],
  "talks sessions papers presentations lectures tracks vortr charlas ponencias conf interventi".split(" "),
  ["takeaway", "take-away", "highlights", "impressions", "conclusion", "tl;dr"],
]);
const KEYNOTES = 1;
const PANELS = 2;
const CONTAINERS = 4;
const SUMMARIES = 8;

const TRACK = /^(?:track|stream|stage|room|devroom|block|hall|raum) (?:[a-z]|\d{1,2}|one|two|three|four)$/;
const BEFORE = /^([^:–—|]{1,40}?)(?:\s*[:–—|]|\s+-{1,2})\s/;
const SEPARATOR = /[:–—|]|\s-/;
const DATED =
  / (?:day )?(?:\d{1,2}|one|two|three|four|five|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
/** The last letters of what `DATED` ends with. */
const ENDS_DATED = /[\deory]$/;

/** As much of a title as is looked at for its kind. */
export const MAX_WORDED = 200;

/** What the words of a heading's title tell of its kind. `normal` is its normalised form, where somebody has it already. */
export function wordedKind(
  title: string,
  vocabulary: Vocabulary,
  normal = normalised(title.slice(0, MAX_WORDED)),
): WordedKind | undefined {
  const text = normal;
  const whole = vocabulary.get(text) ?? withoutFiller(text, vocabulary);
  if (whole) return { ...whole, words: text, place: "whole" };
  if (TRACK.test(text)) return { kind: "group", words: text, place: "whole", uncertain: false };
  const split = SEPARATOR.test(title) ? BEFORE.exec(title) : null;
  if (split) {
    const before = normalised(split[1]!).replace(/ \d{1,3}$/, "");
    const phrase =
      vocabulary.get(before) ?? withoutFiller(before, vocabulary) ?? lastWords(before, vocabulary)?.phrase;
    if (phrase && phrase.kind !== "group" && phrase.kind !== "summary" && phrase.kind !== "followups")
      return {
        ...phrase,
        uncertain: phrase.uncertain && before !== "training",
        words: before,
        place: "before",
      };
    if (phrase) return { ...phrase, words: before, place: "before" };
  }
  const dated = ENDS_DATED.test(text) ? text.replace(DATED, "") : text;
  const undated = dated !== text ? vocabulary.get(dated) : undefined;
  if (undated) return { ...undated, words: dated, place: "whole" };
  const length = countWords(text);
  const last = lastWords(text, vocabulary);
  if (last && BY_LAST_WORDS.has(last.phrase.kind) && length <= 9)
    return { ...last.phrase, words: last.words, place: "last" };
  return within(text, length);
}

/** What the words tell that stand behind others that tell nothing: `my three highlights`. */
function withoutFiller(text: string, vocabulary: Vocabulary): Phrase | undefined {
  const rest = text.replace(FILLER, "");
  return rest === text ? undefined : vocabulary.get(rest);
}

const MEAL =
  /^(?:lunch|dinner|breakfast|drinks|beers?|coffee|meetings?|chats?|conversations?) (?:with|at|in) /;

function within(text: string, length: number): WordedKind | undefined {
  const meal = MEAL.exec(text);
  if (meal && length <= 8) return { kind: "hallway", words: meal[0].trim(), place: "last", uncertain: false };
  const may = WITHIN.in(text);
  if (may === 0) return undefined;
  const told = (kind: Kind, pattern: RegExp, most: number): WordedKind | undefined => {
    const found = length <= most ? pattern.exec(text) : null;
    return found ? { kind, words: found[0].trim(), place: "within", uncertain: true } : undefined;
  };
  const holds = (may & CONTAINERS) !== 0 && CONTAINER.test(text);
  return (
    (may & KEYNOTES ? told("keynote", KEYNOTE_WITHIN, 8) : undefined) ??
    (may & PANELS ? told("panel", PANEL_WITHIN, 12) : undefined) ??
    (holds ? told("followups", /(?:watch|watching|read|check out|follow)$/, 12) : undefined) ??
    (holds ? told("group", CONTAINER, 9) : undefined) ??
    (may & SUMMARIES ? told("summary", SUMMARY_WITHIN, 8) : undefined)
  );
}

function countWords(text: string): number {
  let count = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) count++;
  return count;
}

/** The phrase that the last three words are, or the last two, or the last, where others stand before. */
function lastWords(text: string, vocabulary: Vocabulary): { phrase: Phrase; words: string } | undefined {
  const one = text.lastIndexOf(" ");
  const two = one <= 0 ? -1 : text.lastIndexOf(" ", one - 1);
  const three = two <= 0 ? -1 : text.lastIndexOf(" ", two - 1);
  for (const before of [three, two, one]) {
    if (before < 0) continue;
    const words = text.slice(before + 1);
    const phrase = vocabulary.get(words);
    if (phrase) return { phrase, words };
  }
  return undefined;
}
