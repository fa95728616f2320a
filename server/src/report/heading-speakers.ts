import { HOLDS } from "./heading-holds.js";
import {
  isAbout,
  isInstitution,
  isOrganisation,
  lastMatch,
  lastParenthesis,
  segments,
  type Window,
  withAbout,
} from "./heading-parts.js";
import { type FoundPerson, type PeopleList, readPeople, shifted, tellsRole } from "./people.js";
import type { SpeakerPlace } from "./speaker-places.js";

/** The speakers that a heading names, and what is left of it as title. */
export interface HeadingSpeakers {
  readonly place: SpeakerPlace;
  readonly people: readonly FoundPerson[];
  /** The title's place in the heading. */
  readonly from: number;
  readonly to: number;
  /** Whether the place and the names leave little doubt; else other headings must show the same pattern. */
  readonly firm: boolean;
  /** The kind that a word behind the speakers tells. */
  readonly kindWord?: string;
}

/** Looks for speakers in a stretch of a heading, most telling place first, given what the heading `holds`: see `HOLDS`. */
export function headingSpeakers(text: string, window: Window, holds: number): HeadingSpeakers | undefined {
  let doubtful: HeadingSpeakers | undefined;
  for (const { needs, find } of PLACES) {
    if (!needs.every((need) => (holds & need) !== 0)) continue;
    const found = find(text, window);
    if (found?.firm) return found;
    doubtful ??= found;
  }
  return doubtful;
}

/** `Ada Lovelace | @ada | Acme | "Title"`, `Title | Ada Lovelace (Acme)`. */
function bars(text: string, window: Window): HeadingSpeakers | undefined {
  const parts = segments(text, window, /\s*\|\s*/y);
  if (parts.length < 2) return undefined;
  const place = "bars";
  const lists = parts.map((part) => people(text, part));
  const at = lists.findIndex((list) => list !== undefined);
  if (at < 0) return undefined;
  const rest = parts.filter((_, index) => index !== at);
  const about = rest.filter((part) => isAbout(text, part));
  const titles = rest.filter((part) => !about.includes(part));
  const title = at === 0 ? titles.at(-1) : titles[0];
  if (at === 0 && (!title || (parts.length === 2 && isInstitution(text.slice(parts[1]!.from, parts[1]!.to)))))
    return { place, people: withAbout(text, lists[0]!.people, rest), ...window, firm: isFirm(lists[0]!) };
  if (!title) return undefined;
  const company = at === 0 ? titles.slice(0, -1) : titles.slice(1);
  return { place, people: withAbout(text, lists[at]!.people, [...company, ...about]), ...title, firm: true };
}

/** `Title by Ada Lovelace`. */
function by(text: string, window: Window): HeadingSpeakers | undefined {
  const found = lastMatch(
    text,
    window,
    /(?:[\s,(–—-]|^)(?:presented |held |given )?(?:by|von|par|por|with|mit) (?=\S)/gi,
  );
  if (!found) return undefined;
  const list = readPeople(text.slice(found.end, window.to), /by|von|par|por/i.test(found.text));
  if (!list || (list.certainty === "possible" && !/^\p{Lu}/u.test(text.slice(found.end)))) return undefined;
  const alone = list.certainty === "possible";
  return {
    place: "by",
    people: shifted(list, found.end),
    from: window.from,
    to: found.start,
    firm:
      found.start > window.from && !alone && (!/with|mit/i.test(found.text) || list.certainty === "known"),
  };
}

const LEAD = /^\s*(?:with|by|mit|von|par|avec|por|con|speakers?:|presenters?:|presented by)\s+/i;

/** `Title (Ada Lovelace, Acme; Bob Roe)`, and a word such as `keynote` behind it. */
function parenthesis(text: string, { from, to }: Window): HeadingSpeakers | undefined {
  const found = lastParenthesis(text, { from, to });
  if (!found) return undefined;
  const behind = text.slice(found.to, to).trim().toLowerCase();
  if (behind !== "" && !/^(?:keynote|talk|session|panel|workshop|tutorial)$/i.test(behind)) return undefined;
  const inner = text.slice(found.from + 1, found.to - 1);
  const lead = LEAD.exec(inner)?.[0].length ?? 0;
  const list = readPeople(inner.slice(lead), lead > 0);
  if (!list || (list.certainty === "possible" && lead === 0)) return undefined;
  return {
    place: "parentheses",
    people: shifted(list, found.from + 1 + lead),
    from,
    to: found.from,
    firm: found.from > from,
    ...(behind === "" ? {} : { kindWord: behind }),
  };
}

const DASH = /\s+(?:[-–—]{1,3}|[•·~]|\/\/)\s+|\s*[–—]\s*|(?<=[\p{L})])-\s+/uy;

/** `Title - Ada Lovelace, Acme`, `Title – Ada Lovelace – Acme`, `Ada Lovelace - Title - Acme`. */
function dash(text: string, window: Window): HeadingSpeakers | undefined {
  const parts = segments(text, window, DASH);
  if (parts.length < 2) return undefined;
  const place = "dash";
  const first = people(text, parts[0]!);
  for (let at = parts.length - 1; at >= 1; at--) {
    const stretch = { from: parts[at]!.from, to: window.to };
    const list = people(text, stretch) ?? nameThenRole(text, stretch);
    const keynote = list ? undefined : peopleThenKind(text, stretch);
    const read = list ?? keynote;
    // A sure name at the front goes before a doubtful one at the end.
    if (read && !(first && isFirm(first) && read.certainty === "likely")) {
      const more = parts.slice(at + 1);
      const weak =
        read.certainty === "likely" &&
        more.some((part) => !isOrganisation(text, part) || part.to - part.from > 40);
      if (weak && at < parts.length - 1) continue;
      const kindWord = keynote?.kindWord;
      return {
        place,
        people: read.people,
        from: window.from,
        to: parts[at - 1]!.to,
        firm: !weak,
        ...(kindWord === undefined ? {} : { kindWord }),
      };
    }
  }
  const list = first;
  if (!list) return undefined;
  const rest = parts.slice(1);
  const title = rest.find((part) => !isAbout(text, part));
  const role = rest.some((part) => tellsRole(text.slice(part.from, part.to)) && part.to - part.from < 50);
  const firm = isFirm(list) || role;
  if (!title || role)
    return {
      place: "whole",
      people: withAbout(text, list.people, rest),
      ...window,
      firm,
    };
  const behind = rest.filter((part) => part.from > title.from);
  const companies = behind.filter((part) => isOrganisation(text, part));
  const to = companies.length === behind.length ? title.to : window.to;
  return {
    place: "first",
    people: withAbout(text, list.people, companies),
    from: title.from,
    to,
    firm,
  };
}

/** `Ada Lovelace (Acme) keynote`. */
function peopleThenKind(
  text: string,
  { from, to }: Window,
): (PeopleList & { readonly kindWord: string }) | undefined {
  const tail = /(?<!\s)\s+(?:keynote|panel|lightning talk|workshop|tutorial)$/i.exec(text.slice(from, to));
  const list = tail ? people(text, { from, to: from + tail.index }) : undefined;
  return tail && list ? { ...list, kindWord: tail[0].trim().toLowerCase() } : undefined;
}

/** `Ada Lovelace, founder and editor of Acme, and friend`: a sure name, and a role that runs on. */
function nameThenRole(text: string, { from, to }: Window): PeopleList | undefined {
  const comma = text.indexOf(",", from);
  if (comma < 0 || comma >= to) return undefined;
  const list = people(text, { from, to: comma });
  if (list?.people.length !== 1) return undefined;
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
  const to = window.from + colon[0].replace(/(?<!\s)\s*(?:[:–—-]|with)\s+$/i, "").length;
  const alone = list.people.every((person) => person.name.split(" ").length <= 3) && !list.described;
  return {
    place: "kind",
    people: list.people,
    from: window.from,
    to,
    firm: list.certainty === "known" || alone,
  };
}

/** `Ada Lovelace: Title`, `Ada Lovelace (Acme): Title`. */
function first(text: string, window: Window): HeadingSpeakers | undefined {
  const colon = /(?<!\s)\s*:\s+(?=\S)|:\s*(?=["“«])/.exec(
    text.slice(window.from, Math.min(window.to, window.from + 160)),
  );
  if (!colon) return undefined;
  const list = people(text, { from: window.from, to: window.from + colon.index });
  if (!list) return undefined;
  const from = window.from + colon.index + colon[0].length;
  return { place: "first", people: list.people, from, to: window.to, firm: isFirm(list) };
}

/** `Title: Ada Lovelace`, where the name is sure. */
function last(text: string, window: Window): HeadingSpeakers | undefined {
  const at = text.lastIndexOf(": ", window.to - 1);
  if (at <= window.from || /^["“]/.test(text.slice(at + 2))) return undefined;
  const list = people(text, { from: at + 2, to: window.to });
  if (list?.certainty !== "known") return undefined;
  return { place: "colon", people: list.people, from: window.from, to: at, firm: true };
}

/** `Title, Ada Lovelace`, `Title, Ada Lovelace (Acme)`, `Ada Lovelace, "Title"`. */
function comma(text: string, window: Window): HeadingSpeakers | undefined {
  const parts = segments(text, window, /\s*,\s+/y);
  if (parts.length < 2) return undefined;
  const list0 = people(text, parts[0]!);
  const quoted = parts.findIndex((part) => /^["“„«]/.test(text.slice(part.from, part.to)));
  if (list0?.certainty === "known" && quoted > 0)
    return {
      place: "first",
      people: withAbout(text, list0.people, parts.slice(1, quoted)),
      from: parts[quoted]!.from,
      to: window.to,
      firm: true,
    };
  const all = people(text, window);
  if (all)
    return {
      place: "whole",
      people: all.people,
      ...window,
      firm: all.certainty === "known",
    };
  for (let at = 1; at < parts.length; at++) {
    const list = people(text, { from: parts[at]!.from, to: window.to });
    const title = text.slice(window.from, parts[at]!.from);
    if (list && title.split(/\s+/).length > 2)
      return {
        place: "comma",
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
  const found = /(?<!\s)\s+(?:on|über|sur|sobre)\s+/.exec(
    text.slice(window.from, Math.min(window.to, window.from + 60)),
  );
  if (!found) return undefined;
  const list = people(text, { from: window.from, to: window.from + found.index });
  return list?.certainty === "known"
    ? { place: "on", people: list.people, ...window, firm: true }
    : undefined;
}

/** `Ada Lovelace`, `Ada Lovelace (Acme)`, `Ada Lovelace and Bob Roe`: the heading stays the title. */
function whole(text: string, window: Window): HeadingSpeakers | undefined {
  const list = people(text, window);
  return list && { place: "whole", people: list.people, ...window, firm: isFirm(list) };
}

function people(text: string, { from, to }: Window): PeopleList | undefined {
  const list = readPeople(text.slice(from, to));
  return list && list.certainty !== "possible" ? { ...list, people: shifted(list, from) } : undefined;
}

/** Where speakers are looked for, most telling place first, and what a heading holds that names some there. */
const PLACES: readonly {
  readonly needs: readonly number[];
  readonly find: (text: string, window: Window) => HeadingSpeakers | undefined;
}[] = [
  { needs: [HOLDS.bar], find: bars },
  { needs: [HOLDS.by], find: by },
  { needs: [HOLDS.bracket], find: parenthesis },
  { needs: [HOLDS.dash], find: dash },
  { needs: [HOLDS.kind, HOLDS.colon | HOLDS.dash | HOLDS.by], find: kindFirst },
  { needs: [HOLDS.colon], find: first },
  { needs: [HOLDS.colon], find: last },
  { needs: [HOLDS.comma], find: comma },
  { needs: [], find: on },
  { needs: [], find: whole },
];

function isFirm(list: PeopleList): boolean {
  return list.certainty === "known";
}
