import { type FoundPerson, type PeopleList, readPeople, tellsRole } from "./people.js";

/** The speakers that a heading names, and what is left of it as title. */
export interface HeadingSpeakers {
  readonly rule: SpeakerRule;
  readonly people: readonly FoundPerson[];
  /** The title's place in the heading. */
  readonly from: number;
  readonly to: number;
  /** Whether the place and the names leave little doubt; else other headings must show the same pattern. */
  readonly firm: boolean;
}

export type SpeakerRule =
  | "speakers in parentheses"
  | "speakers behind “by”"
  | "speakers behind a dash"
  | "speakers between bars"
  | "speakers behind a comma"
  | "speakers before the title"
  | "speakers before “on”"
  | "speakers behind the kind"
  | "the whole heading is a name";

/** A stretch of a heading. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Looks for speakers in a stretch of a heading, most telling place first. */
export function headingSpeakers(text: string, window: Window): HeadingSpeakers | undefined {
  const found = [bars, by, parenthesis, dash, kindFirst, first, comma, on, whole].map((find) =>
    find(text, window),
  );
  return found.find((speakers) => speakers?.firm) ?? found.find((speakers) => speakers !== undefined);
}

/** `Ada Lovelace | @ada | Acme | "Title"`, `Title | Ada Lovelace (Acme)`. */
function bars(text: string, window: Window): HeadingSpeakers | undefined {
  const parts = segments(text, window, /\s*\|\s*/y);
  if (parts.length < 2) return undefined;
  const rule = "speakers between bars";
  const lists = parts.map((part) => people(text, part));
  const at = lists.findIndex((list) => list !== undefined);
  if (at < 0) return undefined;
  const rest = parts.filter((_, index) => index !== at);
  const about = rest.filter((part) => isAbout(text, part));
  const titles = rest.filter((part) => !about.includes(part));
  const title = at === 0 ? titles.at(-1) : titles[0];
  if (
    at === 0 &&
    (!title || (parts.length === 2 && lists[1] === undefined && isOrganisation(text, parts[1]!)))
  )
    return { rule, people: withAbout(text, lists[0]!.people, rest), ...window, firm: isFirm(lists[0]!) };
  if (!title) return undefined;
  const company = at === 0 ? titles.slice(0, -1) : titles.slice(1);
  return { rule, people: withAbout(text, lists[at]!.people, [...company, ...about]), ...title, firm: true };
}

/** `Title by Ada Lovelace`. */
function by(text: string, window: Window): HeadingSpeakers | undefined {
  const found = lastMatch(
    text,
    window,
    /(?:[\s,(–—-]|^)(?:presented |held |given )?(?:by|von|par|por|with|mit) (?=\S)/gi,
  );
  if (!found) return undefined;
  const list = readPeople(
    text.slice(found.end, window.to).replace(/\)$/, ""),
    /by|von|par|por/i.test(found.text),
  );
  if (!list || (list.certainty === "possible" && !/^\p{Lu}/u.test(text.slice(found.end)))) return undefined;
  const alone = list.certainty === "possible";
  return {
    rule: "speakers behind “by”",
    people: shifted(list, found.end),
    from: window.from,
    to: found.start,
    firm:
      found.start > window.from && !alone && (!/with|mit/i.test(found.text) || list.certainty === "known"),
  };
}

/** `Title (Ada Lovelace, Acme; Bob Roe)`, and a word such as `keynote` behind it. */
function parenthesis(text: string, { from, to }: Window): HeadingSpeakers | undefined {
  const found = lastParenthesis(text, { from, to });
  if (!found) return undefined;
  const behind = text.slice(found.to, to).trim();
  if (behind !== "" && !/^(?:keynote|talk|session|panel|workshop|tutorial)$/i.test(behind)) return undefined;
  const inner = text.slice(found.from + 1, found.to - 1);
  const lead =
    /^\s*(?:with|by|mit|von|par|avec|por|con|speakers?:|presenters?:|presented by)\s+/i.exec(inner)?.[0]
      .length ?? 0;
  const list = readPeople(inner.slice(lead), lead > 0);
  if (!list || (list.certainty === "possible" && lead === 0)) return undefined;
  return {
    rule: "speakers in parentheses",
    people: shifted(list, found.from + 1 + lead),
    from,
    to: found.from,
    firm: found.from > from,
  };
}

const DASH = /\s+[-–—]{1,3}\s+|\s*[–—]\s*|(?<=[\p{L})])-\s+/uy;

/** `Title - Ada Lovelace, Acme`, `Title – Ada Lovelace – Acme`, `Ada Lovelace - Title - Acme`. */
function dash(text: string, window: Window): HeadingSpeakers | undefined {
  const parts = segments(text, window, DASH);
  if (parts.length < 2) return undefined;
  const rule = "speakers behind a dash";
  for (let at = parts.length - 1; at >= 1; at--) {
    const stretch = { from: parts[at]!.from, to: window.to };
    const list = people(text, stretch) ?? nameThenRole(text, stretch);
    const keynote = list ? undefined : peopleThenKind(text, stretch);
    const read = list ?? keynote;
    if (read) {
      const weak = read.certainty === "likely" && !read.described && at < parts.length - 1;
      return { rule, people: read.people, from: window.from, to: parts[at - 1]!.to, firm: !weak };
    }
  }
  const list = people(text, parts[0]!);
  if (!list) return undefined;
  const rest = parts.slice(1);
  const title = rest.find((part) => !isAbout(text, part));
  const firm = isFirm(list);
  if (!title || rest.some((part) => tellsRole(text.slice(part.from, part.to)) && part.to - part.from < 50))
    return {
      rule: "the whole heading is a name",
      people: withAbout(text, list.people, rest),
      ...window,
      firm,
    };
  const behind = rest.filter((part) => part.from > title.from);
  const companies = behind.filter((part) => isOrganisation(text, part));
  const to = companies.length === behind.length ? title.to : window.to;
  return {
    rule: "speakers before the title",
    people: withAbout(text, list.people, companies),
    from: title.from,
    to,
    firm,
  };
}

/** `Ada Lovelace (Acme) keynote`. */
function peopleThenKind(text: string, { from, to }: Window): Placed | undefined {
  const tail = /\s+(?:keynote|panel|lightning talk|workshop|tutorial)$/i.exec(text.slice(from, to));
  return tail ? people(text, { from, to: from + tail.index }) : undefined;
}

/** `Ada Lovelace, founder and editor of Acme, and friend`: a sure name, and a role that runs on. */
function nameThenRole(text: string, { from, to }: Window): Placed | undefined {
  const comma = text.indexOf(",", from);
  if (comma < 0 || comma >= to) return undefined;
  const list = people(text, { from, to: comma });
  if (!list || list.people.length !== 1) return undefined;
  const about = text.slice(comma + 1, to).trim();
  if (list.certainty !== "known" && !tellsRole(about)) return undefined;
  return { ...list, people: withAbout(text, list.people, [{ from: comma + 1, to }]), described: true };
}

/** `Keynote: Ada Lovelace`, `Panel: Ada Lovelace, Bob Roe`. */
function kindFirst(text: string, window: Window): HeadingSpeakers | undefined {
  const colon =
    /^(?:[\p{L}-]+ ){0,3}(?:keynote|plenary|panel|fireside chat|invited talk|talk|session|speakers?|presenter|vortrag|tutorial|workshop)\s*(?:[:–—-]|\bwith\b)\s+/iu.exec(
      text.slice(window.from, window.to),
    );
  if (!colon) return undefined;
  const from = window.from + colon[0].length;
  const list = people(text, { from, to: window.to });
  if (!list) return undefined;
  const to = window.from + colon[0].replace(/\s*(?:[:–—-]|with)\s+$/i, "").length;
  return { rule: "speakers behind the kind", people: list.people, from: window.from, to, firm: true };
}

/** `Ada Lovelace: Title`, `Ada Lovelace (Acme): Title`. */
function first(text: string, window: Window): HeadingSpeakers | undefined {
  const colon = /\s*:\s+(?=\S)|:\s*(?=["“«])/.exec(
    text.slice(window.from, Math.min(window.to, window.from + 160)),
  );
  if (!colon) return undefined;
  const list = people(text, { from: window.from, to: window.from + colon.index });
  if (!list) return undefined;
  const from = window.from + colon.index + colon[0].length;
  return { rule: "speakers before the title", people: list.people, from, to: window.to, firm: isFirm(list) };
}

/** `Title, Ada Lovelace`, `Title, Ada Lovelace (Acme)`, `Ada Lovelace, "Title"`. */
function comma(text: string, window: Window): HeadingSpeakers | undefined {
  const parts = segments(text, window, /\s*,\s+/y);
  if (parts.length < 2) return undefined;
  const list0 = people(text, parts[0]!);
  const quoted = parts.findIndex((part) => /^["“„«]/.test(text.slice(part.from, part.to)));
  if (list0?.certainty === "known" && quoted > 0)
    return {
      rule: "speakers before the title",
      people: withAbout(text, list0.people, parts.slice(1, quoted)),
      from: parts[quoted]!.from,
      to: window.to,
      firm: true,
    };
  const all = people(text, window);
  if (all)
    return {
      rule: "the whole heading is a name",
      people: all.people,
      ...window,
      firm: all.certainty === "known",
    };
  for (let at = 1; at < parts.length; at++) {
    const list = people(text, { from: parts[at]!.from, to: window.to });
    const title = text.slice(window.from, parts[at]!.from);
    if (list && title.split(/\s+/).length > 2)
      return {
        rule: "speakers behind a comma",
        people: list.people,
        from: window.from,
        to: parts[at - 1]!.to,
        firm: list.certainty === "known" && at === parts.length - 1,
      };
  }
  return undefined;
}

/** `Ada Lovelace on Compilers`: the heading stays whole. */
function on(text: string, window: Window): HeadingSpeakers | undefined {
  const found = /\s+(?:on|über|sur|sobre)\s+/.exec(
    text.slice(window.from, Math.min(window.to, window.from + 60)),
  );
  if (!found) return undefined;
  const list = people(text, { from: window.from, to: window.from + found.index });
  return list?.certainty === "known"
    ? { rule: "speakers before “on”", people: list.people, ...window, firm: true }
    : undefined;
}

/** `Ada Lovelace`, `Ada Lovelace (Acme)`, `Ada Lovelace and Bob Roe`: the heading stays the title. */
function whole(text: string, window: Window): HeadingSpeakers | undefined {
  const list = people(text, window);
  return (
    list && {
      rule: "the whole heading is a name",
      people: list.people,
      ...window,
      firm: list.certainty === "known",
    }
  );
}

type Placed = PeopleList;

function people(text: string, { from, to }: Window): Placed | undefined {
  const list = readPeople(text.slice(from, to));
  return list && list.certainty !== "possible" ? { ...list, people: shifted(list, from) } : undefined;
}

function isFirm(list: PeopleList): boolean {
  return list.certainty === "known";
}

function shifted(list: PeopleList, by: number): FoundPerson[] {
  return list.people.map((person) => ({ ...person, from: person.from + by, to: person.to + by }));
}

/** What stands beside a name and is no title: a handle, a site, a role. */
function isAbout(text: string, { from, to }: Window): boolean {
  const said = text.slice(from, to);
  return (
    /^@\S+$/.test(said) ||
    /^(?:https?:\/\/|www\.)\S+$/.test(said) ||
    /^[\w-]{1,30}(?:\.[\w-]{2,20}){1,3}$/.test(said) ||
    (tellsRole(said) && said.length < 50)
  );
}

/** A few words that can be a company: short, unquoted, and capitalised or a site. */
function isOrganisation(text: string, part: Window): boolean {
  const said = text.slice(part.from, part.to);
  return (
    said.split(/\s+/).length <= 5 &&
    !/["“«?!:]/.test(said) &&
    (/^(?:\p{Lu}|\p{Lo}|\d)/u.test(said) || isAbout(text, part))
  );
}

/** The people, with the first of the stretches that is no handle as affiliation or role. */
function withAbout(text: string, list: readonly FoundPerson[], about: readonly Window[]): FoundPerson[] {
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

function lastMatch(
  text: string,
  { from, to }: Window,
  pattern: RegExp,
): { start: number; end: number; text: string } | undefined {
  let last: { start: number; end: number; text: string } | undefined;
  const source = text.slice(from, to);
  for (const match of source.matchAll(pattern))
    last = { start: from + match.index, end: from + match.index + match[0].length, text: match[0] };
  return last;
}
