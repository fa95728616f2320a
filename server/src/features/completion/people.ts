import { nameKey } from "../../index/name-key.js";
import { allSections } from "../../report/model.js";
import words from "../../report/speaker-words.json" with { type: "json" };
import { l10n, verbatim } from "../../text/message.js";
import { begins, COMPANY, type Completion, hole, type Insert, NAME } from "./item.js";
import { type KnownPerson, Roll } from "./known-words.js";
import { enclosing } from "./levels.js";
import { leadOf, opensBlock, type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";

/** How people are written at the cursor: `Name, Affiliation` within parentheses, else `Name (Affiliation)`. */
interface NamePlace {
  readonly typed: string;
  readonly style: "comma" | "parentheses";
  /** What stands before the typed name in the same list. */
  readonly list: string;
  /** Put before the name. */
  readonly blank?: true;
}

const TYPED = "([\\p{L}\\p{M}][\\p{L}\\p{M}.'’ -]{0,60}|)";
const BY = new RegExp(`[ (]by[ \\t]+${TYPED}$`, "iu");
const DASH = new RegExp(`\\S[ \\t]+([-–—|])[ \\t]+${TYPED}$`, "u");
/** A line that says who held a talk: `by …`, `*presented by …`. */
const BY_LINE = new RegExp(
  `^[*_(]{0,3}(?:(?:presented|delivered|given|held|hosted|led|moderated)[ \\t]+)?by[ \\t]+${TYPED}$`,
  "iu",
);
/** The same within a sentence, where `by` alone means too much. */
const SAID_BY = new RegExp(
  `\\b(?:presented|delivered|given|held|hosted|led|moderated)[ \\t]+by[ \\t]+${TYPED}$`,
  "iu",
);
const FIELD =
  /^[*_(]{0,3}([\p{L}][\p{L} ’'()/-]{0,28}?)[*_]{0,3}[ \t]{0,2}:[*_]{0,3}([ \t]*)((?:[^ \t\r\n\u2028\u2029].*)?)$/u;
const SPEAKER = new Set(words.speaker);
/** What a name in a list comes behind. */
const SEPARATOR = /(?:[;,]|[ \t](?:and|&))[ \t]*/g;

/** Speakers: of this report, then of the others, each with the affiliation that is known. */
export const people: CompletionSource = {
  name: "person",
  zones: ["body"],
  items(place) {
    const found = heading(place) ?? line(place) ?? sentence(place);
    if (!found) return [];
    const named = likelyPeople(place).filter(
      ({ name }) => begins(name, found.typed) && !found.list.toLowerCase().includes(name.toLowerCase()),
    );
    return [...affiliations(place, found), ...named.map((person) => personItem(place, person, found))];
  },
  describe: ([role = "", affiliation = ""]) => [role, affiliation].filter(Boolean).join(", ") || undefined,
};

/** Everybody the report and the workspace name, most often and last named first; the cursor's own line does not count. */
export function likelyPeople({ analysis: { report }, line, known }: Place): KnownPerson[] {
  const roll = new Roll();
  const elsewhere = ({ span }: { readonly span?: { readonly from: number } }) =>
    !span || span.from < line.from || span.from > line.to;
  for (const author of report.authors) if (elsewhere(author)) roll.add(author);
  for (const { heading, speakers } of allSections(report.sections)) {
    const here = heading.from <= line.to && heading.to >= line.from;
    for (const person of speakers) if (!(here && !person.span) && elsewhere(person)) roll.add(person);
  }
  const own = roll.ranked();
  const named = new Set(own.map(({ name }) => nameKey(name)));
  const told = new Map(known.people.map((person) => [nameKey(person.name), person]));
  const others = known.people.filter(({ name }) => !named.has(nameKey(name)));
  return [...own.map((person) => ({ ...told.get(nameKey(person.name)), ...person })), ...others];
}

/** In a heading: within parentheses, behind `by` and behind a dash. */
function heading(place: Place): NamePlace | undefined {
  const { analysis, before } = place;
  const markdown = analysis.format === "markdown";
  const isHeading = markdown
    ? /^[ \t]{0,3}#{1,6}[ \t]+\S/.test(before)
    : before.length <= 160 && /^\S/.test(before) && opensBlock(place, leadOf(place));
  if (!isHeading) return undefined;
  const open = before.lastIndexOf("(");
  if (open > before.lastIndexOf(")") && open > 0 && before[open - 1] !== "]") {
    const place = inList(before.slice(open + 1), "comma");
    if (place) return place;
  }
  if (!markdown) return undefined;
  const [, said] = BY.exec(before) ?? [];
  if (said !== undefined) return { typed: said, style: "parentheses", list: "" };
  const [, mark, typed] = DASH.exec(before) ?? [];
  // Behind a dash, parentheses are read as holding the speaker.
  return typed === undefined ? undefined : { typed, style: mark === "|" ? "parentheses" : "comma", list: "" };
}

/** On a line of its own: `Speaker: …`, `*by …`. */
function line(place: Place): NamePlace | undefined {
  const lead = leadOf(place);
  const [, field, blank, list] = FIELD.exec(lead.rest) ?? [];
  if (field !== undefined && list !== undefined && SPEAKER.has(field.toLowerCase().trim())) {
    const within = inList(list, "parentheses");
    return within && (blank === "" ? { ...within, blank: true } : within);
  }
  const [, typed] = BY_LINE.exec(lead.rest) ?? [];
  return typed !== undefined && opensBlock(place, lead)
    ? { typed, style: "parentheses", list: "" }
    : undefined;
}

function sentence({ before }: Place): NamePlace | undefined {
  const [, typed] = SAID_BY.exec(before) ?? [];
  return typed === undefined ? undefined : { typed, style: "parentheses", list: "" };
}

/** The last name of a list that is being written. */
function inList(text: string, style: NamePlace["style"]): NamePlace | undefined {
  if (text.length > 300) return undefined;
  let start = /^[ \t]*/.exec(text)![0].length;
  for (const found of text.matchAll(SEPARATOR)) start = found.index + found[0].length;
  const typed = text.slice(start);
  return /^(?:[\p{L}\p{M}][\p{L}\p{M}.'’ -]{0,60})?$/u.test(typed)
    ? { typed, style, list: text.slice(0, start) }
    : undefined;
}

/** Behind `Name, ` in parentheses: that person's affiliation first, then the others'. */
function affiliations(place: Place, { typed, style, list }: NamePlace): Completion[] {
  const name =
    style === "comma" && /(?:^|;)[ \t]*([^;,]{2,60}),[ \t]*$/.exec(list)?.[1]?.trim().toLowerCase();
  if (!name) return [];
  const all = likelyPeople(place);
  const own = all.find((person) => person.name.toLowerCase() === name)?.affiliation;
  const distinct = new Set([own, ...all.map(({ affiliation }) => affiliation)]);
  return [...distinct].flatMap((affiliation) =>
    affiliation !== undefined && begins(affiliation, typed)
      ? [
          {
            label: affiliation,
            kind: "affiliation" as const,
            replace: typedSpan(place, typed.length),
            insert: [affiliation],
            filter: affiliation,
            detail: l10n.t("affiliation"),
          },
        ]
      : [],
  );
}

function personItem(place: Place, person: KnownPerson, { typed, style, blank }: NamePlace): Completion {
  const { name, affiliation, role } = person;
  const follows = FOLLOWS[style].exec(place.after);
  const open = follows === null || follows[1] === COMPANY;
  const about =
    affiliation === undefined || !open ? "" : style === "comma" ? `, ${affiliation}` : ` (${affiliation})`;
  return {
    label: name,
    kind: "person",
    replace: typedSpan(place, typed.length, about === "" ? undefined : FOLLOWS[style]),
    insert: [`${blank ? " " : ""}${name}${about}`],
    filter: name,
    ...(affiliation === undefined ? {} : { detail: verbatim(affiliation) }),
    ...(role === undefined ? {} : { about: [role, affiliation ?? ""] }),
  };
}

/** An affiliation that stands behind the name already: it stays, unless it is yet to be filled in. */
const FOLLOWS = { comma: /^, ?([^,;()]+)(?=[;)])/, parentheses: /^ ?\(([^()]*)\)/ } as const;

/** The fields that name people, by the kind of the section that has them. */
const FIELDS = [
  { field: "Speaker", kinds: /^(?:keynote|breakout|topic)$/ },
  { field: "Speakers", kinds: /^(?:keynote|panel)$/ },
  { field: "Instructor", kinds: /^workshop$/ },
] as const;

/** The line below a session's heading that says who spoke, where nothing says so yet. */
export const speakerLines: CompletionSource = {
  name: "speaker-line",
  zones: ["body"],
  items(place) {
    const lead = leadOf(place);
    if (!/^\p{L}{0,20}$/u.test(lead.rest) || lead.marks !== "" || place.after.trim() !== "") return [];
    const section = opensBlock(place, lead) ? enclosing(place).at(-1) : undefined;
    if (!section || section.speakers.length > 0) return [];
    return FIELDS.filter(({ field, kinds }) => kinds.test(section.kind) && begins(field, lead.rest)).map(
      ({ field }) => {
        const insert: Insert = [`${field}: `, hole(1, NAME), " (", hole(2, COMPANY), ")", hole(0, "")];
        return {
          label: `${field}:`,
          kind: "heading",
          replace: typedSpan(place, lead.rest.length),
          insert,
          filter: field,
          detail: verbatim(`${field}: Name (Company)`),
        };
      },
    );
  },
};
