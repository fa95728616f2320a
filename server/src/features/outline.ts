import type { Analysis } from "../analysis.js";
import type { Kind } from "../report/kinds.js";
import type { Section } from "../report/model.js";
import type { Span } from "../text/span.js";

/** One entry of an editor's outline. The span covers the whole body, `selection` the heading. */
export interface OutlineNode extends Span {
  readonly name: string;
  /** Speakers, day and time. */
  readonly detail: string;
  readonly kind: Kind;
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The sections of a report as an editor's outline. */
export function outline({ report, text }: Analysis): OutlineNode[] {
  return report.sections.map((section) => node(section, text.content, undefined));
}

function node(section: Section, text: string, dayAbove: string | undefined): OutlineNode {
  const { heading, kind, title, day, children } = section;
  return {
    from: heading.from,
    to: bodyEnd(section, text),
    name: title || text.slice(heading.from, heading.to).trim() || "(untitled)",
    detail: detailOf(section, dayAbove),
    kind,
    selection: heading,
    children: children.map((child) => node(child, text, day)),
  };
}

/** Speakers, day and time; a day that the entry's name or the one above it tells is not told again. */
function detailOf({ title, speakers, day, time }: Section, dayAbove: string | undefined): string {
  const ownDay = day === dayAbove || (day !== undefined && title.includes(day)) ? undefined : day;
  const when = [ownDay, time].filter((part) => part !== undefined).join(" ");
  return [speakers.map(({ name }) => name).join(", "), when].filter((part) => part !== "").join(" · ");
}

/** The offset behind a section's last character that is no white space. */
export function bodyEnd({ heading, to }: Section, text: string): number {
  let end = to;
  while (end > heading.to && /\s/.test(text[end - 1]!)) end--;
  return end;
}
