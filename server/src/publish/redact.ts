import type { InternalComment } from "../report/internal-comments.js";
import type { Report } from "../report/model.js";
import type { Syntax } from "../syntax/parse.js";
import { applyEdits, type TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";
import { orphans } from "./definitions.js";
import { frontMatterEdits } from "./front-matter-edits.js";
import { anchorEdits, attributeEdits } from "./headings.js";
import { regionEdits } from "./layout.js";
import type { RedactionOptions } from "./options.js";
import { hiddenComments, type Region, regionsOf } from "./regions.js";
import { firstFrom, SpanIndex } from "./span-index.js";
import { Structure } from "./structure.js";

/** A report as redaction reads it; an analysis is one. */
export interface RedactionInput {
  readonly syntax: Syntax;
  readonly report: Report;
  readonly text: Text;
}

/** What is taken out of a report and how. */
export interface Redaction {
  /** The edits that turn the source into the copy, sorted and disjoint. */
  readonly edits: readonly TextEdit[];
  /** What was taken out of the body, one each marker or gap. */
  readonly regions: readonly Region[];
  /** Every stretch of the source whose text must not be in the copy, sorted. */
  readonly withheld: readonly Region[];
}

/** Works out what a copy for the options' audience leaves out. Pure: it answers edits and changes nothing. */
export function redact({ syntax, report, text }: RedactionInput, options: RedactionOptions): Redaction {
  const structure = new Structure(syntax, text);
  const hidden = hiddenComments(report, options);
  const body = regionsOf(report, structure, options);
  const definitions = orphans(structure, body);
  const regions = [...body, ...definitions].sort((a, b) => a.from - b.from);
  const markup = options.keepHtmlComments ? [] : report.hidden.filter(({ from }) => from < syntax.bodyStart);
  const front = report.frontMatter
    ? frontMatterEdits(report.frontMatter, { hidden, markup }, structure, options)
    : { edits: [], dropped: [] };
  const attributes = attributeEdits(report, hidden, structure);
  const taken = new SpanIndex(regions);
  const edits = combined([
    ...front.edits,
    ...regions.flatMap((region) => regionEdits(structure, region, options)),
    ...attributes.filter((edit) => !taken.overlaps(edit)),
  ]);
  const starts = edits.map(({ from }) => from);
  const copied = (span: Span) =>
    copyOf(syntax.text, edits.slice(firstFrom(starts, span.from), firstFrom(starts, span.to)), span);
  const anchors = anchorEdits(structure, regions, copied);
  const dropped: Region[] = front.dropped.map((span) => ({ ...span, kind: "drop", what: "front-matter" }));
  return {
    edits: combined([...edits, ...anchors]),
    regions,
    withheld: [...dropped, ...regions].sort((a, b) => a.from - b.from),
  };
}

/** A stretch of the source as the copy has it. */
function copyOf(text: string, inside: readonly TextEdit[], { from, to }: Span): string {
  const end = Math.max(to, ...inside.map((edit) => edit.to));
  return applyEdits(
    text.slice(from, end),
    inside.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from })),
  );
}

/** Edits in order; where two meet, what both take away goes and what both write is written. */
function combined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (!last || edit.from >= last.to) {
      result.push(edit);
      continue;
    }
    result[result.length - 1] = {
      from: last.from,
      to: Math.max(last.to, edit.to),
      insert: last.insert + edit.insert,
    };
  }
  return result;
}

/** The edits that redact one comment in place, as a quick fix offers it; what only it used goes as well. */
export function redactComment(
  { syntax, report, text }: RedactionInput,
  comment: InternalComment,
  options: RedactionOptions,
): TextEdit[] {
  const alone: Report = {
    ...report,
    comments: [comment],
    hidden: [],
    commentsInCode: [],
    frontMatter: undefined,
  };
  return [
    ...redact({ syntax, report: alone, text }, { ...options, force: true, keepHtmlComments: true }).edits,
  ];
}
