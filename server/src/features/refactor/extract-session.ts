import { stringify } from "yaml";
import { type Definition, definitions, usedIn } from "../../publish/definitions.js";
import { Structure } from "../../publish/structure.js";
import type { Report, Section } from "../../report/model.js";
import { applyEdits, type TextEdit } from "../../text/edit.js";
import { lineBreakOf } from "../../text/line-break.js";
import { l10n } from "../../text/message.js";
import { slugs } from "../../text/slug.js";
import type { Span } from "../../text/span.js";
import { type EditInput, type EditResult, refused } from "../edit-result.js";
import { assembled, keepsReaders, mistakes, type Pieces, piecesOf, Readers, readersOf } from "../privacy.js";
import { levelEdits } from "./levels.js";
import type { Refactoring } from "./refactoring.js";
import { headingsOf, linesOfSection, placedAt, withoutGap } from "./sections.js";

/** The longest name of a new file, without its extension. */
const MAX_NAME = 60;

export const extractSession: Refactoring = {
  id: "extract-session",
  kind: "refactor.extract",
  offers({ analysis }, { from }) {
    const section = placedAt(analysis.report, from)?.section;
    const can =
      section && section.kind !== "group" && section.style !== "bare" && analysis.format === "markdown";
    return can ? [{ title: l10n.t("Extract this section to its own report") }] : [];
  },
  apply(input, { from }) {
    const section = placedAt(input.analysis.report, from)?.section;
    return section ? extract(input, section) : refused(l10n.t("There is no section at this place."));
  },
};

/** The section as a report of its own, and in its place its heading with a link. What is internal is internal in both. */
function extract(input: EditInput, section: Section): EditResult {
  const { analysis, config, reanalyse } = input;
  const { content, length } = analysis.text;
  const { heading } = section;
  const readers = readersOf(analysis, config.audiences).subarray(heading.from, heading.to);
  if (readers.some((reader) => reader < config.audiences.length))
    return refused(
      l10n.t("The heading is internal, at least in part: its words would name the file and the link."),
    );
  const lines = withoutGap(analysis.text, linesOfSection(analysis.text, section));
  const body: Span = { from: heading.to, to: lines.to };
  if (content.slice(body.from, body.to).trim() === "")
    return refused(l10n.t("There is nothing below this heading."));
  const shared = sharedDefinitions(input, body);
  const name = `${nameFor(section.title)}.trip.md`;
  const eol = lineBreakOf(content);
  const kept = shared.stay.map(({ from, to }) => `${eol}${eol}${content.slice(from, to).trimEnd()}`).join("");
  const link = `[${section.title.replace(/[\\[\]<>`*_]/g, "\\$&")}](${encodeURIComponent(name)})`;
  const edits: TextEdit[] = [
    { ...body, insert: `${eol}${eol}${link}${kept}` },
    ...shared.leave.map((span) => ({ ...span, insert: "" })),
  ];
  const after = reanalyse(applyEdits(content, edits));
  if (
    headingsOf(after).length !== headingsOf(analysis).length - countBelow(section) ||
    !keepsReaders(analysis, after, piecesOf(length, edits), config.audiences)
  )
    return refused(
      l10n.t("That would change what is internal in this report: a comment begins or ends in the section."),
    );
  const pieces = ownReport(input, section, lines, shared.come);
  const text = assembled(content, pieces);
  const own = reanalyse(text);
  const same = new Readers(analysis, own, pieces, config.audiences).every((then, now) => then === now);
  if (!same || mistakes(own) > mistakes(analysis) || headingsOf(own)[0]?.title !== section.title)
    return refused(l10n.t("The section would not read the same on its own: a comment begins or ends in it."));
  return { kind: "edits", edits, newFile: { name, text } };
}

function countBelow({ children }: Section): number {
  return children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
}

/** Definitions of links and footnotes that the section's text uses, and what becomes of them. */
interface SharedDefinitions {
  /** Outside the section, used by it: they are in the new report too. */
  readonly come: readonly Definition[];
  /** Of those the ones that nothing else uses: they leave this report. */
  readonly leave: readonly Span[];
  /** In the section, used outside: they stay in this report too. */
  readonly stay: readonly Definition[];
}

function sharedDefinitions({ analysis }: EditInput, body: Span): SharedDefinitions {
  const structure = new Structure(analysis.syntax, analysis.text);
  const { content } = analysis.text;
  const all = definitions(structure);
  const inside = ({ from, to }: Span) => body.from <= from && to <= body.to;
  const here = all.filter(inside);
  const there = all.filter((one) => !inside(one));
  const outside = [content.slice(0, body.from), content.slice(body.to)];
  const come = closure(there, [content.slice(body.from, body.to)], content);
  const blank = [...come].sort((a, b) => a.from - b.from);
  const usedElsewhere = usedIn(without(content, [body, ...blank]));
  return {
    come: blank,
    leave: blank.filter((one) => !usedElsewhere(one)).map((one) => wholeLines(content, one)),
    stay: here.filter(usedIn(outside)),
  };
}

/** The definitions that texts use, and those that they use in turn. */
function closure(all: readonly Definition[], texts: readonly string[], content: string): Definition[] {
  const found = new Set<Definition>();
  for (let slices = [...texts]; ; ) {
    const more = all.filter((one) => !found.has(one)).filter(usedIn(slices));
    if (more.length === 0) return [...found];
    for (const one of more) found.add(one);
    slices = more.map(({ labelTo, to }) => content.slice(labelTo, to));
  }
}

function without(text: string, spans: readonly Span[]): string[] {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from > done) parts.push(text.slice(done, from));
    done = Math.max(done, to);
  }
  return [...parts, text.slice(done)];
}

/** A definition with the line break behind it. */
function wholeLines(text: string, { from, to }: Span): Span {
  const behind = /^[ \t]*(?:\r\n?|\n)?/.exec(text.slice(to))![0].length;
  return { from, to: to + behind };
}

/** A name for the file made of the section's title. */
function nameFor(title: string): string {
  const slug = (slugs(title).at(-1) ?? "").slice(0, MAX_NAME).replace(/(?<!-)-+$/, "");
  return slug === "" ? "session" : slug;
}

/** The new report: front matter, a title, the section a level below it, and the definitions that it uses. */
function ownReport({ analysis }: EditInput, section: Section, lines: Span, come: readonly Span[]): Pieces {
  const { content } = analysis.text;
  const eol = lineBreakOf(content);
  const head = frontMatterFor(analysis.report, section).replace(/\n/g, eol);
  const levels = levelEdits(analysis, section, 2 - section.level);
  const pieces: (Span | string)[] = [head];
  let done = section.from;
  for (const edit of typeof levels === "string" ? [] : [...levels].sort((a, b) => a.from - b.from)) {
    pieces.push({ from: done, to: edit.from }, edit.insert);
    done = edit.to;
  }
  pieces.push({ from: done, to: lines.to }, eol);
  for (const { from, to } of come)
    pieces.push(eol, { from, to: from + content.slice(from, to).trimEnd().length }, eol);
  return pieces;
}

function frontMatterFor(
  { title, event, location, dates, authors, audience }: Report,
  section: Section,
): string {
  const whole = title ? `${title.text}: ${section.title}` : section.title;
  const facts = {
    type: "trip-report",
    title: whole,
    ...(event === undefined ? {} : { event }),
    ...(location === undefined ? {} : { location }),
    ...(dates ? { dates: dates.start === dates.end ? dates.start : `${dates.start}/${dates.end}` } : {}),
    ...(authors.length > 0
      ? {
          authors: authors.map(({ name, affiliation }) =>
            affiliation === undefined ? name : `${name} (${affiliation})`,
          ),
        }
      : {}),
    audience,
  };
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n# ${whole.replace(/[\\[\]<>`*_#{]/g, "\\$&")}\n\n`;
}
