import type { Kind } from "../report/kind-table.js";
import type { Place, ReportCard } from "./card.js";
import { folded } from "./name-key.js";
import type { PersonSummary } from "./person.js";

/** Something that can be gone to by name. */
export interface FoundSymbol {
  readonly what: "report" | "session" | "person";
  readonly name: string;
  /** The kind of a session's section; `topic` otherwise. */
  readonly kind: Kind;
  /** A session's index among the report's sections; -1 otherwise. */
  readonly index: number;
  /** The event or report it belongs to, or a person's affiliation. */
  readonly container?: string;
  readonly uri: string;
  readonly at: Place;
}

/** A symbol ready to be searched for. */
export interface NamedSymbol extends FoundSymbol {
  readonly folded: string;
  /** Which letters it has. */
  readonly letters: number;
}

export type ReportSymbols = readonly NamedSymbol[];

/** The people of whom a folded spelling matches, at most so many. */
export type FindPeople = (matches: (spelling: string) => boolean, most: number) => readonly NamedSymbol[];

const MAX_QUERY = 200;

/** The symbols of one report: itself and its sections. */
export function symbolsOf({ uri, card }: { readonly uri: string; readonly card: ReportCard }): ReportSymbols {
  const container = card.event ?? card.title;
  const title = card.title ?? card.event ?? fileName(uri);
  return [
    named({
      what: "report",
      kind: "topic",
      index: -1,
      name: title,
      ...(card.event === undefined || card.event === title ? {} : { container: card.event }),
      uri,
      at: card.at,
    }),
    ...card.sections.flatMap(({ title: name, kind, at }, index) =>
      name === ""
        ? []
        : [
            named({
              what: "session",
              kind,
              index,
              name,
              ...(container === undefined ? {} : { container }),
              uri,
              at,
            }),
          ],
    ),
  ];
}

/** A person as a symbol, at the place of introduction; undefined where no place has the name. */
export function personSymbol({ name, affiliation, introduced }: PersonSummary): NamedSymbol | undefined {
  if (!introduced) return undefined;
  const { uri, at } = introduced;
  return named({
    what: "person",
    kind: "topic",
    index: -1,
    name,
    ...(affiliation === undefined ? {} : { container: affiliation }),
    uri,
    at,
  });
}

/**
 * The symbols in which all parts of the query are found, each as a subsequence, without case and accents; the best
 * first. Whole words count more than their beginnings, these more than letters strewn about.
 */
export function findSymbols(
  query: string,
  reports: Iterable<ReportSymbols>,
  people: FindPeople,
  limit: number,
): FoundSymbol[] {
  const parts = folded(query.slice(0, MAX_QUERY))
    .split(/\s+/)
    .filter((part) => part !== "");
  const letters = parts.reduce((all, part) => all | lettersOf(part), 0);
  const found: { readonly symbol: NamedSymbol; readonly score: number }[] = [];
  const search = (symbols: readonly NamedSymbol[]) => {
    for (const symbol of symbols) {
      if ((symbol.letters & letters) !== letters) continue;
      const score = scoreOf(symbol.folded, parts);
      if (score >= 0) found.push({ symbol, score });
    }
  };
  if (parts.length === 0) {
    const all: NamedSymbol[] = [];
    for (const symbols of reports) {
      if (all.length >= limit) break;
      all.push(...symbols);
    }
    return [...people(() => true, limit >> 2), ...all].slice(0, limit).map(plain);
  }
  for (const symbols of reports) search(symbols);
  search(people((key) => scoreOf(key, parts) >= 0, Number.POSITIVE_INFINITY));
  return found
    .sort((a, b) => b.score - a.score || a.symbol.name.length - b.symbol.name.length)
    .slice(0, limit)
    .map(({ symbol }) => plain(symbol));
}

function plain({ folded: _, letters: __, ...symbol }: NamedSymbol): FoundSymbol {
  return symbol;
}

/** How well all parts are found; negative where one is not. */
function scoreOf(name: string, parts: readonly string[]): number {
  let score = 0;
  for (const part of parts) {
    const found = partScore(name, part);
    if (found < 0) return -1;
    score += found;
  }
  return score;
}

function partScore(name: string, part: string): number {
  let best = -1;
  for (
    let at = name.indexOf(part), tries = 0;
    at >= 0 && tries < 8;
    at = name.indexOf(part, at + 1), tries++
  ) {
    if (at > 0 && isWord(name, at - 1)) best = Math.max(best, 40);
    else if (isWord(name, at + part.length)) best = Math.max(best, at === 0 ? 85 : 80);
    else return at === 0 ? 100 : 95;
  }
  return best >= 0 ? best : subsequence(name, part);
}

/** Letters in order but not together: those at the start of words and next to each other count. */
function subsequence(name: string, part: string): number {
  let score = 0;
  let before = -2;
  let at = 0;
  for (const letter of part) {
    const next = name.indexOf(letter, at);
    if (next < 0) return -1;
    if (next === 0 || !isWord(name, next - 1)) score += 3;
    else if (next === before + 1) score += 2;
    before = next;
    at = next + letter.length;
  }
  return Math.min(35, score);
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Beyond ASCII nearly everything is a letter; a wrong guess costs a little rank.
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/** A symbol that is found by its name and by more words. */
export function named(symbol: FoundSymbol, more = ""): NamedSymbol {
  const name = folded(more === "" ? symbol.name : `${symbol.name} ${more}`);
  return { ...symbol, folded: name, letters: lettersOf(name) };
}

/** One bit for each letter, several letters sharing one: a name without a query's bits cannot match. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 32) letters |= 1 << (code & 31);
  }
  return letters;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
