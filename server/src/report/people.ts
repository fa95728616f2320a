import { append } from "../text/append.js";
import { among, isSpace } from "../text/characters.js";
import { mayBeginNames } from "./name-starts.js";
import { honorificLength, isCommonWord, isRoleWord, type NameCertainty, nameCertainty } from "./names.js";
import { AND, COMMA, type Part, part, SEMICOLON, split, trimmed } from "./people-parts.js";

/** Somebody found in a text; `from` and `to` are where the name stands in it. */
export interface FoundPerson {
  readonly name: string;
  readonly affiliation?: string;
  readonly role?: string;
  readonly from: number;
  readonly to: number;
  readonly certainty: NameCertainty;
}

/** A text that holds nothing but people: who, and how sure that is. */
export interface PeopleList {
  readonly people: readonly FoundPerson[];
  /** That of the least certain name. */
  readonly certainty: NameCertainty;
  /** Whether somebody's affiliation, role or handle is written. */
  readonly described: boolean;
}

const MAX_LENGTH = 400;
const ORDER: readonly NameCertainty[] = ["possible", "likely", "known"];

/**
 * Reads a text that is a list of people and nothing else, such as `Ada Lovelace (Acme) and Bob Roe, CTO at Initech`.
 * Answers undefined where a part of it is no person. `said` reads lists where the text before says that these
 * are people, so that one word or lower case will do.
 */
export function readPeople(text: string, said = false): PeopleList | undefined {
  if (text.length > MAX_LENGTH || (!said && !mayBeginNames(text))) return undefined;
  const people: FoundPerson[] = [];
  let described = false;
  for (const group of split(part(text, 0), SEMICOLON)) {
    const read = readGroup(group, said);
    if (!read) return undefined;
    append(people, read.people);
    described ||= read.described;
  }
  if (people.length === 0) return undefined;
  return { people, certainty: leastCertain(people), described };
}

function leastCertain(people: readonly FoundPerson[]): NameCertainty {
  let least = ORDER.length - 1;
  for (const { certainty } of people) least = Math.min(least, ORDER.indexOf(certainty));
  return ORDER[least]!;
}

/** The people of a list that stands `by` units further on. */
export function shifted(list: PeopleList, by: number): FoundPerson[] {
  return list.people.map((person) => ({ ...person, from: person.from + by, to: person.to + by }));
}

interface Draft {
  name: string;
  from: number;
  to: number;
  certainty: NameCertainty;
  affiliation?: string;
  role?: string;
}

/** One list without semicolons: names and what is said of each, separated by commas, dashes and words for "and". */
function readGroup(group: Part, said: boolean): { people: FoundPerson[]; described: boolean } | undefined {
  const drafts: Draft[] = [];
  let described = false;
  let joined = 0;
  let index = -1;
  for (const piece of split(group, COMMA)) {
    index++;
    if (piece.text === "") {
      if (index === 0) return undefined;
      continue;
    }
    const last = drafts[drafts.length - 1];
    const names = readNames(piece, said);
    // `Ada Lovelace - Engineer - Grace Harbour`: behind a role and another dash stands a company.
    const company =
      last?.role !== undefined &&
      names?.length === 1 &&
      names[0]?.described !== true &&
      !/,\s*(?:\p{L}+\s)?$/u.test(group.text.slice(0, piece.from - group.from));
    if (names && !company && (!last || continuesList(names, last, drafts.length, said))) {
      const before = drafts.length;
      for (const name of names) drafts.push(name.draft);
      described ||= names.some((name) => name.described);
      joined = names.length;
      shareAffiliation(drafts, before);
      continue;
    }
    if (!last) return undefined;
    described = true;
    for (const draft of drafts.slice(-Math.max(1, joined))) describe(draft, piece.text);
  }
  return drafts.length === 0 ? undefined : { people: drafts.map(finished), described };
}

/** Names with only words for "and" between them; undefined where one is none. */
function readNames(piece: Part, said: boolean): PersonRead[] | undefined {
  const names: PersonRead[] = [];
  for (const item of split(piece, AND)) {
    const name = readPerson(item, said);
    if (!name) return undefined;
    names.push(name);
  }
  return names;
}

/** Whether names behind a comma are further people, and not the company of the one before. */
function continuesList(names: readonly PersonRead[], last: Draft, count: number, said: boolean): boolean {
  const certainties = names.map(({ draft }) => draft.certainty);
  if (certainties.every((certainty) => certainty === "known")) return true;
  if (names.every(({ draft }) => isTitled(draft))) return true;
  if (names.some(({ described }) => described))
    return certainties.every((certainty) => certainty !== "possible");
  const unknown = said && last.certainty === "possible" && last.name.includes(" ");
  if (unknown && names.every(({ draft }) => draft.certainty === "possible" && draft.name.includes(" ")))
    return true;
  // `Ada Lovelace, Deep Water`: two capitalised words are a company as soon as a person.
  return (
    said &&
    count > 0 &&
    last.affiliation === undefined &&
    certainties.every((certainty) => certainty === "likely")
  );
}

/** `A and B (Company)`: what stands behind the last is true of all. */
function shareAffiliation(drafts: Draft[], from: number): void {
  const last = drafts[drafts.length - 1];
  if (!last?.affiliation) return;
  for (const draft of drafts.slice(from, -1)) draft.affiliation ??= last.affiliation;
}

/** `Dr. Roe`: a family name that is told by the title before it. */
export function isTitled({ name }: { readonly name: string }): boolean {
  return honorificLength(name) > 0;
}

interface PersonRead {
  readonly draft: Draft;
  readonly described: boolean;
}

const HANDLE = /(?<![\s,])[\s,]*[([]?(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]{1,40}[!)\]]?\s*$/u;
const BEHIND_NAME = /^(.{2,60}?)\s+(?:at|from|of|bei|von der|chez|de chez|@)\s+(\S.{0,80})$/;

/** One person: a name, and behind it a parenthesis, a handle, or `at Company`. */
function readPerson(item: Part, said: boolean): PersonRead | undefined {
  let { text, from } = trimmed(item);
  let described = false;
  const draft: Pick<Draft, "affiliation" | "role"> = {};
  for (let i = 0; i < 3 && text.endsWith(")"); i++) {
    const paren = /(?<!\s)\s*\(([^()]{1,120}|[^()]{0,60}\([^()]{0,40}\)[^()]{0,60})\)\s*$/.exec(text);
    if (!paren || paren.index === 0) break;
    describeParen(draft, paren[1]!);
    described = true;
    text = text.slice(0, paren.index);
  }
  const handle = text.includes("@") ? HANDLE.exec(text) : null;
  if (handle && handle.index > 0) {
    described = true;
    text = text.slice(0, handle.index);
  }
  const behind = spaces(text) >= 2 ? BEHIND_NAME.exec(text) : null;
  if (behind && nameCertainty(stripHonorific(behind[1]!))) {
    draft.affiliation ??= behind[2]!.trim().replace(/(?<![.;!])[.;!]+$/, "");
    described = true;
    text = behind[1]!;
  }
  ({ text, from } = trimmed({ text, from }));
  const honorific = honorificLength(text);
  // `Dr. Roe` keeps its title: a family name alone is no name.
  const skip = honorific > 0 && /\s/.test(text.slice(honorific).trim()) ? honorific : 0;
  let end = text.length;
  while (end > skip && isTail(text.charCodeAt(end - 1))) end--;
  // `Ada L.` keeps the stop of its initial.
  if (text[end] === "." && /\b\p{Lu}$/u.test(text.slice(skip, end))) end++;
  const name = text.slice(skip, end);
  const certainty = honorific > skip ? "likely" : nameCertainty(name);
  if (!certainty || (certainty === "possible" && !said && !(skip > 0))) return undefined;
  if (certainty === "possible" && !plainlySaid(name)) return undefined;
  const raised = skip > 0 && certainty !== "known" ? "likely" : certainty;
  return {
    draft: { ...draft, name, from: from + skip, to: from + skip + name.length, certainty: raised },
    described,
  };
}

/** How much white space a text has, as far as two. */
function spaces(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length && count < 2; at++) if (isSpace(text.charCodeAt(at))) count++;
  return count;
}

/** White space and marks behind a name. */
function isTail(code: number): boolean {
  return isSpace(code) || isMark(code);
}

const isMark = among(".,!:*");

/** One to three words that can be a name where the text says that a name follows. */
function plainlySaid(name: string): boolean {
  return name.split(/\s+/).length <= 3 && !isRoleWord(name) && /\p{L}{2}/u.test(name);
}

function stripHonorific(text: string): string {
  return text.slice(honorificLength(text));
}

function describeParen(draft: Pick<Draft, "affiliation" | "role">, text: string): void {
  if (/^(?:@|https?:|www\.|\d|(?:he|she|they|sie|er)\b\s*\/)/i.test(text.trim())) return;
  describe(draft, text);
}

/** Adds what a phrase says of a person: `CTO at Acme`, `Acme CTO`, `CTO`, `Acme`. */
export function describe(draft: { affiliation?: string; role?: string }, phrase: string): void {
  for (const piece of phrase.split(/(?<!\s)\s+(?:,\s*|[-–—]\s+)|,\s*/).slice(0, 4)) {
    const text = piece
      .trim()
      .replace(/^(?:an?|the)\s+/i, "")
      .replace(/(?<![.;!])[.;!]+$/, "");
    if (text === "" || /^@\S+$|^one of\b|^(?:who|which)\b/.test(text)) continue;
    const joined = /^(.{0,80}?)\s*(?:\bat\b|@|\bfrom\b|^of\b|\bbei\b|\bchez\b|\bwith\b)\s*(\S.{0,80})$/i.exec(
      text,
    );
    if (joined && (joined[1] === "" || tellsRole(joined[1]!))) {
      if (joined[1]) draft.role ??= joined[1];
      draft.affiliation ??= joined[2]!;
      continue;
    }
    const of = /^(.{2,80}?)\s+(?:of|for|der|de|du)\s+(?:the\s+)?(\p{Lu}.{0,80})$/u.exec(text);
    if (of && tellsRole(of[1]!)) {
      const company = companyBefore(of[1]!);
      if (company) {
        draft.affiliation ??= company;
        draft.role ??= text.slice(company.length).trim();
        continue;
      }
      draft.role ??= of[1]!;
      draft.affiliation ??= of[2]!;
      continue;
    }
    if (/\b(?:BU|team|dept|department|division|unit|practice)$/i.test(text)) {
      draft.role ??= text;
      continue;
    }
    if (!tellsRole(text)) {
      draft.affiliation ??= text;
      continue;
    }
    const company = companyBefore(text);
    if (company) draft.affiliation ??= company;
    draft.role ??= company ? text.slice(company.length).trim() : text;
  }
}

/** The capitalised words before the first word of a role, where they are no role themselves: `Acme CTO`. */
function companyBefore(text: string): string | undefined {
  const words = text.split(/\s+/);
  const at = words.findIndex((word) => isRoleWord(word));
  if (at <= 0) return undefined;
  const company = words.slice(0, at).join(" ");
  const plain = words.slice(0, at).every((word) => /^\p{Lu}/u.test(word) && !isCommonWord(word));
  return plain && company !== "Vice" ? company : undefined;
}

/** Whether a phrase says what somebody does rather than where. */
export function tellsRole(text: string): boolean {
  return text.split(/[\s/-]+/).some((word) => isRoleWord(word));
}

function finished({ name, from, to, certainty, affiliation, role }: Draft): FoundPerson {
  return {
    name,
    from,
    to,
    certainty,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(role === undefined ? {} : { role }),
  };
}
