import type { Report, Section } from "../../report/model.js";
import { contains } from "../../text/span.js";
import { sessions } from "./session-at.js";

/** How a report names who speaks: in brackets at the end of the heading, or on a line of its own below it. */
export type SpeakerNotation =
  | { readonly kind: "heading" }
  | { readonly kind: "line"; readonly label: string };

const LABEL = /^[ \t>*_-]*(?:\p{L}[\p{L} ()]{2,24}):[*_]{0,3}[ \t]+/u;

/** The notation that most sessions of a report have; a session without a speaker has none. */
export function speakerNotation(report: Report, text: string): SpeakerNotation {
  const labels: string[] = [];
  let inHeading = 0;
  for (const session of sessions(report)) {
    const label = lineLabel(session, text);
    if (label !== undefined) labels.push(label);
    else if (bracketsEnd(session, text) !== undefined) inHeading++;
  }
  const [label] = labels;
  return label !== undefined && labels.length > inHeading ? { kind: "line", label } : { kind: "heading" };
}

/** What stands before the first speaker on a line of its own below the heading, such as `Speaker: `. */
function lineLabel({ heading, speakers }: Section, text: string): string | undefined {
  const span = speakers[0]?.span;
  if (!span || span.from < heading.to) return undefined;
  const start = Math.max(text.lastIndexOf("\n", span.from - 1), text.lastIndexOf("\r", span.from - 1)) + 1;
  const before = text.slice(start, span.from);
  return LABEL.exec(before)?.[0].length === before.length ? before : undefined;
}

/** The offset of the bracket that ends the list of speakers in a heading. */
export function bracketsEnd({ heading, speakers }: Section, text: string): number | undefined {
  const span = speakers.findLast((person) => person.span && contains(heading, person.span))?.span;
  if (!span) return undefined;
  const behind = text.slice(span.to, heading.to);
  const end = /^[^()]*(?:\([^()]*\)[^()]*)*\)/.exec(behind)?.[0];
  const open = text.slice(heading.from, span.from).lastIndexOf("(");
  return end === undefined || open < 0 ? undefined : span.to + end.length - 1;
}
