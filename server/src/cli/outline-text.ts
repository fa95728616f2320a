import pc from "picocolors";
import type { Analysis } from "../analysis.js";
import type { Person, Section } from "../report/model.js";
import { printable } from "./io.js";

/** One line of the outline, in columns. */
interface Row {
  readonly line: string;
  readonly kind: string;
  readonly when: string;
  readonly title: string;
  readonly who: string;
  readonly marks: string;
}

/** Titles longer than this push what follows on their line to the right, and no other line. */
const TITLE_WIDTH = 56;

/** A report as `outline` prints it for people: its facts, then an indented tree, one line a section. */
export function outlineText(file: string, analysis: Analysis, colour: boolean): string {
  const { report, text } = analysis;
  const paint = pc.createColors(colour);
  const rows = sectionRows(analysis);
  const width = (pick: (row: Row) => string, most: number) =>
    Math.min(most, Math.max(0, ...rows.map((row) => columns(pick(row)))));
  const line = width((row) => row.line, 8);
  const kind = width((row) => row.kind, 12);
  const when = width((row) => row.when, 20);
  const title = width((row) => row.title, TITLE_WIDTH);
  const lines = rows.map((row) => {
    const behind = [paint.dim(row.who), paint.yellow(row.marks)].filter(
      (_, at) => [row.who, row.marks][at] !== "",
    );
    const parts = [
      `${paint.dim(row.line.padStart(line))} ${paint.cyan(padded(row.kind, kind))}`,
      ...(when > 0 ? [paint.green(padded(row.when, when))] : []),
      behind.length > 0 ? padded(row.title, title) : row.title,
      ...behind,
    ];
    return `  ${parts.join("  ")}`.trimEnd();
  });
  const head = printable(report.title?.text ?? file);
  const about = aboutReport(analysis);
  const before = marksBetween(analysis, 0, report.sections[0]?.from ?? text.length + 1);
  return `${[
    paint.bold(head) + (report.title ? paint.dim(`  ${printable(file)}`) : ""),
    ...(about === "" ? [] : [paint.dim(about)]),
    ...(before === "" ? [] : [paint.yellow(`  before the first section: ${before}`)]),
    ...(lines.length > 0 ? lines : [paint.dim("  no sections recognised")]),
  ].join("\n")}\n\n`;
}

function sectionRows(analysis: Analysis): Row[] {
  const rows: Row[] = [];
  const visit = (sections: readonly Section[], depth: number, above: string | undefined): void => {
    for (const section of sections) {
      // A day that the group above says already is not said again.
      const day = section.day === above ? "" : (section.day ?? "");
      rows.push({
        line: String(analysis.text.lineAt(section.heading.from) + 1),
        kind: section.kind,
        when: printable([day, section.time ?? ""].filter((part) => part !== "").join(" ")),
        title: `${"  ".repeat(depth)}${printable(section.title)}`,
        who: printable(section.speakers.map(named).join(", ")),
        marks: marksBetween(analysis, section.from, section.children[0]?.from ?? section.to),
      });
      visit(section.children, depth + 1, section.day);
    }
  };
  visit(analysis.report.sections, 0, undefined);
  return rows;
}

/** Event, place, time and authors on one line. */
function aboutReport({ report }: Analysis): string {
  const { event, location, dates, authors, title } = report;
  const period = dates && (dates.start === dates.end ? dates.start : `${dates.start} – ${dates.end}`);
  const by = authors.length > 0 ? `by ${authors.map(named).join(", ")}` : undefined;
  return printable(
    [event === title?.text ? undefined : event, location, period, by]
      .filter((part) => part !== undefined)
      .join(", "),
  );
}

function named({ name, affiliation }: Person): string {
  return affiliation === undefined ? name : `${name} (${affiliation})`;
}

/** What stands between two offsets of internal comments, redacted markers and follow-ups, counted. */
function marksBetween({ report }: Analysis, from: number, to: number): string {
  const inside = (spans: readonly { readonly from: number }[]) =>
    spans.filter((span) => from <= span.from && span.from < to).length;
  const counts: readonly (readonly [number, string])[] = [
    [inside(report.comments), "internal"],
    [inside(report.redacted), "redacted"],
    [inside(report.followUps), "to follow up"],
  ];
  return counts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(", ");
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** The columns that a text takes on a terminal: East Asian characters and pictures take two, marks none. */
function columns(text: string): number {
  let width = 0;
  for (const character of text)
    width += /\p{M}/u.test(character)
      ? 0
      : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
            character,
          )
        ? 2
        : 1;
  return width;
}
