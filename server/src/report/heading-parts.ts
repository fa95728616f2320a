import { matchesOf } from "../text/characters.js";
import { type FoundPerson, readPeople, tellsRole } from "./people.js";

/** A stretch of a heading. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What stands beside a name and is no title: a handle, a site, a role. */
export function isAbout(text: string, { from, to }: Window): boolean {
  const said = text.slice(from, to);
  return (
    /^@\S+$/.test(said) ||
    /^(?:https?:\/\/|www\.)\S+$/.test(said) ||
    /^[\w-]{1,30}(?:\.[\w-]{2,20}){1,3}$/.test(said) ||
    (tellsRole(said) && said.length < 50)
  );
}

/** A few words that can be a company: short, unquoted, and capitalised or a site. */
export function isOrganisation(text: string, part: Window): boolean {
  const said = text.slice(part.from, part.to);
  return (
    said.split(/\s+/).length <= 5 &&
    !/["“«?!:]/.test(said) &&
    (/^(?:\p{Lu}|\p{Lo}|\d)/u.test(said) || isAbout(text, part))
  );
}

/** A company or a university by one of its words, or a single word. */
export function isInstitution(text: string): boolean {
  return (
    /\b(?:university|institut\w*|college|school|inc|llc|ltd|gmbh|corp|labs?|librar\w+|museum|foundation|group|agency|council|cent(?:er|re)|ministry|department|bank|company|universit\w+|hochschule)\b|^(?:UC|U) /iu.test(
      text,
    ) || /^\p{Lu}[\p{L}\p{N}]+$/u.test(text)
  );
}

/** The people, with the first of the stretches that is no handle as affiliation or role. */
export function withAbout(
  text: string,
  list: readonly FoundPerson[],
  about: readonly Window[],
): FoundPerson[] {
  const said = about
    .map(({ from, to }) => text.slice(from, to).trim())
    .filter((words) => !words.startsWith("@") && words !== "");
  if (said.length === 0) return [...list];
  const read = readPeople(`Ada Lovelace, ${said.join(", ")}`)?.people[0];
  const { affiliation, role } = read ?? {};
  return list.map((person) => ({
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(role === undefined ? {} : { role }),
    ...person,
  }));
}

/** The stretches between separators that stand outside parentheses and quotation marks. */
export function segments(text: string, { from, to }: Window, separator: RegExp): Window[] {
  const parts: Window[] = [];
  let start = from;
  let depth = 0;
  let quoted = false;
  for (let at = from; at < to; at++) {
    const char = text[at]!;
    if (char === "(" || char === "[") depth++;
    else if (char === ")" || char === "]") depth = Math.max(0, depth - 1);
    else if (char === "“" || (char === '"' && !quoted)) quoted = text.slice(at + 1, to).search(/["”]/) >= 0;
    else if (char === "”" || char === '"') quoted = false;
    if (depth > 0 || quoted || at === from) continue;
    separator.lastIndex = at;
    const found = separator.exec(text);
    if (!found || separator.lastIndex > to || found[0] === "") continue;
    parts.push({ from: start, to: at });
    start = separator.lastIndex;
    at = start - 1;
  }
  parts.push({ from: start, to });
  return parts.filter((part) => part.to > part.from);
}

/** The last parenthesis of a stretch that opens and closes in it. */
export function lastParenthesis(text: string, { from, to }: Window): Window | undefined {
  const close = text.lastIndexOf(")", to - 1);
  if (close <= from) return undefined;
  let depth = 0;
  for (let at = close; at >= from; at--) {
    if (text[at] === ")") depth++;
    else if (text[at] === "(" && --depth === 0) return { from: at, to: close + 1 };
  }
  return undefined;
}

/** The square bracket that ends a stretch. */
export function lastSquare(text: string, { from, to }: Window): Window | undefined {
  const open = text.lastIndexOf("[", to - 1);
  return open > from ? { from: open, to } : undefined;
}

/** The last match of a pattern in a stretch. */
export function lastMatch(
  text: string,
  { from, to }: Window,
  pattern: RegExp,
): { start: number; end: number; text: string } | undefined {
  let last: { start: number; end: number; text: string } | undefined;
  for (const match of matchesOf(pattern, text.slice(from, to)))
    last = { start: from + match.index, end: from + match.index + match[0].length, text: match[0] };
  return last;
}
