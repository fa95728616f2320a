import pc from "picocolors";
import type { Analysis } from "../analysis.js";
import type { Section } from "../report/model.js";
import { printable } from "./io.js";

/** A report as `outline` prints it for people: an indented tree, one line a section. */
export function outlineText(file: string, { report, text }: Analysis, colour: boolean): string {
  const { bold, dim, cyan, yellow } = pc.createColors(colour);
  const { title, event, location, dates, comments, redacted, followUps } = report;
  const period = dates && (dates.start === dates.end ? dates.start : `${dates.start} – ${dates.end}`);
  const about = [event, location, period].filter((part) => part !== undefined);
  const marks = (from: number, to: number) => {
    const inside = (spans: readonly { readonly from: number }[]) =>
      spans.filter((span) => from <= span.from && span.from < to).length;
    const counts = [
      [inside(comments), "internal"],
      [inside(redacted), "redacted"],
      [inside(followUps), "follow-up"],
    ] as const;
    return counts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(", ");
  };
  const rows: string[] = [bold(printable(title?.text ?? file)) + dim(title ? `  ${printable(file)}` : "")];
  if (about.length > 0) rows.push(dim(printable(about.join(", "))));
  const kindWidth = 9;
  const visit = (section: Section, depth: number): void => {
    const line = String(text.lineAt(section.heading.from) + 1).padStart(5);
    const when = [section.day, section.time].filter(Boolean).join(" ");
    const who = section.speakers
      .map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name))
      .join(", ");
    const own = marks(section.from, section.children[0]?.from ?? section.to);
    const parts = [
      dim(line),
      cyan(section.kind.padEnd(kindWidth)),
      `${"  ".repeat(depth)}${printable(section.title)}`,
      ...(who ? [dim("·"), printable(who)] : []),
      ...(when ? [dim(`[${printable(when)}]`)] : []),
      ...(own ? [yellow(`(${own})`)] : []),
    ];
    rows.push(parts.join(" "));
    for (const child of section.children) visit(child, depth + 1);
  };
  for (const section of report.sections) visit(section, 0);
  if (report.sections.length === 0) rows.push(dim("      no sections recognised"));
  const before = marks(0, report.sections[0]?.from ?? text.length);
  if (before) rows.push(yellow(`      before the first section: ${before}`));
  return `${rows.join("\n")}\n\n`;
}
