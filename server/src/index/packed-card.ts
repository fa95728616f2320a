import type { FollowUpCard, Mention, Place, ReportCard, SectionCard } from "./card.js";

/** Where something stands: line, column, lines further down, end column. */
type PackedPlace = readonly [number, number, number, number];

/** Absent words; what is there is never a number. */
const NONE = 0;
type Words = string | typeof NONE;

type PackedSection = readonly [
  kind: SectionCard["kind"],
  title: string,
  level: number,
  lastLine: number,
  parent: number,
  speakers: readonly number[],
  day: Words,
  time: Words,
  ...at: PackedPlace,
];
type PackedMention = readonly [
  name: string,
  affiliation: Words,
  role: Words,
  section: number,
  ...at: PackedPlace | [],
];
type PackedFollowUp = readonly [text: string, owner: Words, done: 0 | 1, section: number, ...at: PackedPlace];

/** A card as it is written to disk: its parts have few keys, each many times, and without these it is half as long. Only for what is public. */
export interface PackedCard extends Omit<ReportCard, "sections" | "mentions" | "followUps"> {
  readonly parts: readonly [
    sections: readonly PackedSection[],
    mentions: readonly PackedMention[],
    followUps: readonly PackedFollowUp[],
  ];
}

/** A card without the names of its parts' keys. */
export function packed({ sections, mentions, followUps, ...rest }: ReportCard): PackedCard {
  return {
    ...rest,
    parts: [
      sections.map(({ kind, title, level, lastLine, parent, speakers, day, time, at }) => [
        kind,
        title,
        level,
        lastLine,
        parent,
        speakers,
        day ?? NONE,
        time ?? NONE,
        ...packedPlace(at),
      ]),
      mentions.map(({ name, affiliation, role, section, at }) => [
        name,
        affiliation ?? NONE,
        role ?? NONE,
        section,
        ...(at ? packedPlace(at) : ([] as const)),
      ]),
      followUps.map(({ text, owner, done, section, at }) => [
        text,
        owner ?? NONE,
        done ? 1 : 0,
        section,
        ...packedPlace(at),
      ]),
    ],
  };
}

/** The card that was packed. */
export function unpacked({ parts: [sections, mentions, followUps], ...rest }: PackedCard): ReportCard {
  return {
    ...rest,
    sections: sections.map(unpackedSection),
    mentions: mentions.map(unpackedMention),
    followUps: followUps.map(unpackedFollowUp),
  };
}

function unpackedSection(packedOne: PackedSection): SectionCard {
  const [kind, title, level, lastLine, parent, speakers, day, time, ...at] = packedOne;
  return {
    kind,
    title,
    level,
    at: place(at),
    lastLine,
    parent,
    ...(day === NONE ? {} : { day }),
    ...(time === NONE ? {} : { time }),
    speakers,
  };
}

function unpackedMention([name, affiliation, role, section, ...at]: PackedMention): Mention {
  return {
    name,
    ...(affiliation === NONE ? {} : { affiliation }),
    ...(role === NONE ? {} : { role }),
    section,
    ...(at.length === 0 ? {} : { at: place(at) }),
  };
}

function unpackedFollowUp([text, owner, done, section, ...at]: PackedFollowUp): FollowUpCard {
  return { text, ...(owner === NONE ? {} : { owner }), done: done === 1, at: place(at), section };
}

function packedPlace({ line, column, endLine, endColumn }: Place): PackedPlace {
  return [line, column, endLine - line, endColumn];
}

function place([line, column, lines, endColumn]: PackedPlace): Place {
  return { line, column, endLine: line + lines, endColumn };
}
