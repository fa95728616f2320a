import { composeDay } from "../agenda/compose.js";
import type { EventDates } from "../report/model.js";
import { type About, writtenAuthors, writtenDates } from "./front-matter.js";

/** What a new report is told of its event. Absent values are left to the writer. */
export interface DraftValues extends Omit<About, "title"> {
  /** The day it is written, ISO 8601. */
  readonly date: string;
  /** Sections in Markdown that are there already: of an agenda, or of notes. */
  readonly sections?: string | undefined;
}

/** A variable of templates, written `{{name}}`. */
export interface Variable {
  readonly name: string;
  /** What it stands for, in a few words. */
  readonly about: string;
  /** What stands for it until the writer has said it. */
  readonly placeholder: (values: DraftValues) => string;
  /** Its value in one line of text; undefined while nobody has said it. */
  readonly text: (values: DraftValues) => string | undefined;
  /** Its value in front matter, where that is no text. */
  readonly data?: (values: DraftValues) => unknown;
  /** Whether front matter has it without quotes. */
  readonly bare?: true;
}

/** A variable that stands for whole blocks, alone on its line. */
export interface BlockVariable {
  readonly name: string;
  readonly about: string;
  /** Whether its blocks hold prompts. */
  readonly prompts?: true;
  /** Markdown. */
  readonly blocks: (values: DraftValues) => string;
}

/** The variables of one line. */
export const VARIABLES: readonly Variable[] = [
  { name: "event", about: "the event's name", placeholder: () => "Event", text: ({ event }) => event },
  { name: "location", about: "where it was", placeholder: () => "City", text: ({ location }) => location },
  {
    name: "dates",
    about: "its day, or first and last day: `2024-05-14/2024-05-15`",
    placeholder: ({ date }) => date,
    text: ({ dates }) => dates && writtenDates(dates),
    bare: true,
  },
  {
    name: "start",
    about: "its first day",
    placeholder: ({ date }) => date,
    text: ({ dates }) => dates?.start,
    bare: true,
  },
  {
    name: "end",
    about: "its last day",
    placeholder: ({ date }) => date,
    text: ({ dates }) => dates?.end,
    bare: true,
  },
  {
    name: "authors",
    about: "who writes the report",
    placeholder: () => "Your Name",
    text: ({ authors = [] }) => (authors.length === 0 ? undefined : authors.map(named).join(", ")),
    data: ({ authors = [] }) => writtenAuthors(authors),
  },
  {
    name: "audience",
    about: "who may read the file",
    placeholder: () => "team",
    text: ({ audience }) => audience,
    bare: true,
  },
  { name: "date", about: "today", placeholder: ({ date }) => date, text: ({ date }) => date, bare: true },
];

/** The variables that stand for blocks. */
export const BLOCK_VARIABLES: readonly BlockVariable[] = [
  {
    name: "days",
    about: "a heading for each day of the event; nothing where there are sections already",
    prompts: true,
    blocks: ({ dates, sections }) => (sections === undefined ? dayHeadings(dates) : ""),
  },
  {
    name: "sections",
    about: "the sections of an agenda, or of raw notes",
    blocks: ({ sections }) => sections ?? "",
  },
];

/** Events longer than this get one heading: nobody writes about each day of a year. */
const MAX_DAYS = 31;
const DAY_MS = 86_400_000;

function dayHeadings(dates: EventDates | undefined): string {
  const first = dates ? Date.parse(dates.start) : Number.NaN;
  const count = dates ? Math.round((Date.parse(dates.end) - first) / DAY_MS) + 1 : 0;
  if (!(count >= 1 && count <= MAX_DAYS)) return `## Day 1\n\n${DAY_PROMPT}\n`;
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(first + index * DAY_MS).toISOString().slice(0, 10);
    return `${composeDay(day, [], 2)}\n${DAY_PROMPT}\n`;
  }).join("\n");
}

const DAY_PROMPT = "- {{? What was said, and by whom}}";

function named({ name, affiliation }: NonNullable<About["authors"]>[number]): string {
  return affiliation === undefined ? name : `${name} (${affiliation})`;
}
