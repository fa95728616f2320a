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
  return report.sections.map((section) => node(section, text.content));
}

function node(section: Section, text: string): OutlineNode {
  const { heading, kind, title, children } = section;
  return {
    from: heading.from,
    to: bodyEnd(section, text),
    name: title || text.slice(heading.from, heading.to).trim() || "(untitled)",
    detail: detailOf(section),
    kind,
    selection: heading,
    children: children.map((child) => node(child, text)),
  };
}

function detailOf({ speakers, day, time }: Section): string {
  const when = [day, time].filter((part) => part !== undefined).join(" ");
  return [speakers.map(({ name }) => name).join(", "), when].filter((part) => part !== "").join(" · ");
}

/** The offset behind a section's last character that is no white space. */
export function bodyEnd({ heading, to }: Section, text: string): number {
  let end = to;
  while (end > heading.to && /\s/.test(text[end - 1]!)) end--;
  return end;
}
