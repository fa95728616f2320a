import { append } from "../text/append.js";
import { isDigit, matchesAt } from "../text/characters.js";
import { isPlaceAndDate } from "./bare-headings.js";
import type { FactBlock } from "./block-facts.js";
import { isIsoDate, readDates } from "./dates.js";
import {
  type Calendar,
  type DayMention,
  isoDate,
  mayBeginDay,
  scanDay,
  type WrittenDate,
  wholeDay,
} from "./days.js";
import type { FrontMatter, FrontMatterValue } from "./front-matter.js";
import { readHeading } from "./heading-text.js";
import type { Heading } from "./headings.js";
import type { EventDates, Located, Person, ReportFacts } from "./model.js";
import { readPeople } from "./people.js";
import type { BlockReader } from "./readings.js";

export interface FactsInput {
  readonly frontMatter: FrontMatter | undefined;
  readonly title: Located | undefined;
  readonly blocks: readonly FactBlock[];
  readonly reader: BlockReader;
  /** The headings of sections, and that of the report. */
  readonly headings: readonly Heading[];
  readonly titleHeading: Heading | undefined;
}

export interface FoundFacts {
  readonly facts: ReportFacts;
  /** The one day that the title names. */
  readonly day?: DayMention;
  readonly calendar: Calendar;
}

/** Lines before the first section that are looked at. */
const MAX_LINES = 24;

/** What the report says of itself: in its front matter first, then in its title and first lines. */
export function recogniseFacts(input: FactsInput): FoundFacts {
  const { title } = input;
  const front = frontFacts(input.frontMatter);
  const opening = openingFacts(input);
  const dates = front.dates ?? opening.dates;
  const year = dates ? undefined : yearOf(title?.text ?? "");
  const event = front.event ?? opening.event ?? (title ? eventOf(title.text) : undefined);
  const location = front.location ?? opening.location;
  const plainEvent =
    location && event?.endsWith(location)
      ? event.slice(0, -location.length).replace(/(?<![\s,–—-])[\s,–—-]+$/, "")
      : event;
  const day = title ? titleDay(title.text) : undefined;
  return {
    facts: {
      ...(title ? { title } : {}),
      ...(plainEvent ? { event: plainEvent } : {}),
      ...(location === undefined ? {} : { location }),
      ...(dates ? { dates } : {}),
      authors: front.authors.length > 0 ? front.authors : opening.authors,
    },
    ...(day ? { day } : {}),
    calendar: { ...(dates ? { dates } : {}), ...(year === undefined ? {} : { year }) },
  };
}

/** The one day that a title names, be it in the middle: `Harbour Days Day 1 Notes`. */
function titleDay(title: string): DayMention | undefined {
  const read = readHeading(title).day;
  if (read) return read;
  const start = title.slice(0, MAX_TITLE);
  for (let at = 0; at < start.length; at++) {
    if (isDigit(start.charCodeAt(at)) || !mayBeginDay(title, at) || !matchesAt(BEGINS_WORD, start, at))
      continue;
    const day = scanDay(title, at);
    if (!day || (day.mention.number === undefined && day.mention.weekday === undefined) || day.mention.short)
      continue;
    if (
      /^\s*(?:$|[-–—:|,()]|(?:\p{L}+ )?(?:notes|report|recap|summary|keynotes?|highlights|sessions|morning|afternoon|am|pm)\b)/iu.test(
        title.slice(day.to),
      )
    )
      return day.mention;
  }
  return undefined;
}

/** As much of a title as is looked at for a day in its middle. */
const MAX_TITLE = 300;
const BEGINS_WORD = /(?<![\p{L}\p{N}])(?=\p{L}{3,12}\.?\s{0,2}#?\p{L}{0,5}\d{0,2})/uy;

interface Facts {
  event?: string;
  location?: string;
  dates?: EventDates | undefined;
  authors: Person[];
}

function frontFacts(front: FrontMatter | undefined): Facts {
  const facts: Facts = { authors: [] };
  for (const { key, value, valueSpan } of front?.entries ?? []) {
    if (key === "event" && typeof value === "string") facts.event = value;
    else if (key === "location" && typeof value === "string") facts.location = value;
    else if (key === "dates") {
      const { dates } = readDates(value);
      if (dates) facts.dates = dates;
    } else if (/^authors?$/.test(key))
      append(facts.authors, authorsOf(value, typeof value === "string" ? valueSpan : undefined));
  }
  return facts;
}

function authorsOf(value: FrontMatterValue, span?: { from: number; to: number }): Person[] {
  if (typeof value === "string") return authorsIn(value, span);
  if (value instanceof Map) {
    const name: unknown = value.get("name");
    const affiliation: unknown = value.get("affiliation");
    if (typeof name !== "string" || name.trim() === "") return [];
    const [first] = authorsIn(name);
    return first ? [{ ...first, ...(typeof affiliation === "string" ? { affiliation } : {}) }] : [];
  }
  return Array.isArray(value)
    ? value.flatMap((item: FrontMatterValue) =>
        item instanceof Map || typeof item === "string" ? authorsOf(item) : [],
      )
    : [];
}

function authorsIn(text: string, span?: { from: number; to: number }): Person[] {
  const read = readPeople(text, true)?.people;
  if (!read) return text.trim() === "" ? [] : [{ name: text.trim(), ...(span ? { span } : {}) }];
  return read.map(({ name, affiliation, role }) => ({
    name,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(role === undefined ? {} : { role }),
    ...(span && read.length === 1 ? { span } : {}),
  }));
}

/** The lines between the title and the first section: where, when and by whom. */
function openingFacts({ blocks, reader, headings, titleHeading, title }: FactsInput): Facts {
  const facts: Facts = { authors: [] };
  const end = headings[0]?.index ?? Math.min(blocks.length, 4);
  let seen = 0;
  for (const block of blocks.slice(0, end)) {
    if (
      block === titleHeading?.block ||
      !/^(?:Paragraph|BulletList|Table|PlainItem)$/.test(block.tree.type.name) ||
      block.tree.length > 4000
    )
      continue;
    for (const raw of reader.text(block).split(/\r\n?|\n/)) {
      const line = raw.replace(/^[\s•–*+-]+/, "").trim();
      if (line === "" || line === title?.text || seen++ >= MAX_LINES) continue;
      readLine(facts, line, block, reader);
    }
  }
  return facts;
}

function readLine(facts: Facts, line: string, block: FactBlock, reader: BlockReader): void {
  const cells = /^\|?\s*(\p{L}[\p{L} ]{1,23}?)\s*(?::|\|)\s*([^|]{2,200})/u.exec(line);
  const name = cells?.[1]?.toLowerCase();
  if (cells && name) {
    const value = cells[2]!.trim();
    if (/^(?:location|venue|place|where|ort|lieu|lugar|luogo|city)$/.test(name)) facts.location ??= value;
    else if (/^(?:dates?|when|datum|fecha|data)$/.test(name)) facts.dates ??= dateRange(value);
    else if (/^(?:event|conference|veranstaltung|événement|evento)$/.test(name)) facts.event ??= value;
    else if (/^(?:authors?|written by|reporter|by|autor(?:en)?|auteurs?)$/.test(name))
      addAuthors(facts, value, line, block, reader);
    return;
  }
  const by = /^(?:by|written by|posted by|author|von|par|por)\s+(?=\S)/i.exec(line);
  if (by) {
    addAuthors(facts, line.slice(by[0].length), line, block, reader);
    return;
  }
  if (line.length > 120) return;
  if (isPlaceAndDate(line)) {
    const at = line.search(/(?<!\s)\s+[-–—|]\s+|,\s+/);
    facts.location ??= line.slice(0, at).trim();
    facts.dates ??= dateRange(line.slice(at));
    return;
  }
  // `May 5-7, 2031, Bergen, Norway`
  const dated =
    /^(.{6,40}?\d{4})(?:,| in| at|\s+[-–—|@])\s{1,3}(\p{Lu}[\p{L}.' -]{1,40}(?:, \p{Lu}[\p{L}.' -]{1,30}){0,2})$/u.exec(
      line,
    );
  const when = dated ? dateRange(dated[1]!) : undefined;
  if (dated && when) {
    facts.dates ??= when;
    facts.location ??= dated[2]!;
    return;
  }
  const whole = wholeDay(line);
  if (whole?.date) facts.dates ??= dateRange(line);
  else if (facts.authors.length === 0 && readPeople(line)?.certainty === "known")
    addAuthors(facts, line, line, block, reader);
  else if (facts.authors.length === 0 && /^\p{Lu}[^.!?]{3,40}, [^.!?]{2,60} [-–—] [^.!?]{2,40}$/u.test(line))
    addAuthors(facts, line, line, block, reader);
}

function addAuthors(facts: Facts, value: string, line: string, block: FactBlock, reader: BlockReader): void {
  if (facts.authors.length > 0) return;
  const people = readPeople(value)?.people ?? readPeople(value, true)?.people;
  const text = reader.text(block);
  for (const { name, affiliation, role } of people ?? []) {
    const at = text.indexOf(name, Math.max(0, text.indexOf(line)));
    facts.authors.push({
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(role === undefined ? {} : { role }),
      ...(at < 0 ? {} : { span: reader.spanOf(block, at, name.length) }),
    });
  }
}

/** The first and last day that a line names: `June 12th 2017`, `29-30 March 2017`, `25-26/03/2024`. */
export function dateRange(text: string): EventDates | undefined {
  const joined =
    /(?<![\d./-])(\d{1,2})(?:st|nd|rd|th|\.)?\s{0,2}(?:[-–—&]|to|and|bis|und)\s{0,2}(?=\d{1,2}(?:st|nd|rd|th|\.|\/)?[\s/.]{0,2}[\p{L}\d])/iu.exec(
      text,
    );
  const american =
    /(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?\s{0,2}(?:[-–—&]|to|and)\s{0,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})/iu.exec(
      text,
    );
  if (american) {
    const [, month, first, last, year] = american;
    return spanned(dateIn(`${month} ${first} ${year}`), dateIn(`${month} ${last} ${year}`));
  }
  const dates: WrittenDate[] = [];
  for (let at = joined ? joined.index + joined[0].length : 0; at < text.length && dates.length < 2; ) {
    const found = scanDay(text, at);
    if (found?.mention.date) dates.push(found.mention.date);
    at = found
      ? found.to
      : at + Math.max(1, /^[\p{L}\p{N}]*[^\p{L}\p{N}]?/u.exec(text.slice(at, at + 60))![0].length);
  }
  const [first, second] = dates;
  if (!first) return undefined;
  if (joined) return spanned({ ...first, day: Number(joined[1]) }, first);
  const year = first.year ?? second?.year;
  return spanned(year === undefined ? first : { ...first, year }, second ?? first);
}

function dateIn(text: string): WrittenDate | undefined {
  return scanDay(text, 0)?.mention.date;
}

function spanned(first: WrittenDate | undefined, last: WrittenDate | undefined): EventDates | undefined {
  const start = first && isoDate(first, {});
  const end = last && isoDate(last, {});
  return start && end && isIsoDate(start) && isIsoDate(end) && start <= end ? { start, end } : undefined;
}

function yearOf(text: string): number | undefined {
  const found = /(?:^|\D)((?:19|20)\d\d)(?!\d)/.exec(text);
  return found ? Number(found[1]) : undefined;
}

const REPORT_WORDS =
  "(?:(?:a |my |our |the )?(?:personal |quick |short |brief )?(?:trip|conference|event|travel)?[ -]?(?:reports?|notes|recap|summary|review|highlights|takeaways|impressions|write-?up))";
const REPORT_ON = new RegExp(
  `^${REPORT_WORDS}\\s{0,9}(?:[:–—-]|from|of|for|on)\\s{1,9}(?:attending )?(?:the )?(\\p{Lu}.{2,80})$`,
  "iu",
);
const REPORT_BEHIND = new RegExp(`^(\\S.{2,80}?)(?:\\s{0,9}[:–—-]\\s{0,9}|\\s{1,9})${REPORT_WORDS}$`, "iu");

/** The event that a title names: what is left of it without the words for a report. */
export function eventOf(title: string): string | undefined {
  const before = REPORT_ON.exec(title);
  const after = REPORT_BEHIND.exec(title);
  const event = (before?.[1] ?? after?.[1])?.trim();
  if (event && /^(?:trip|conference|travel|event|my|our|the|a)$/i.test(event)) return undefined;
  if (event)
    return event
      .replace(/^(?:my|our|the)\s+/i, "")
      .replace(/(?<!\s)\s*[-–—,:]\s*day\s+\w{1,6}$/i, "")
      .replace(/(?<![\s:–—-])[\s:–—-]+$/, "");
  return /^[\p{L}\p{N}+'’., -]{3,50}\b(?:19|20)\d\d$/u.test(title) ? title : undefined;
}
