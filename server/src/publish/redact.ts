import type { InternalComment } from "../report/internal-comments.js";
import type { Report } from "../report/model.js";
import type { Syntax } from "../syntax/parse.js";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";
import { frontMatterEdits } from "./front-matter-edits.js";
import { anchorEdits, attributeEdits } from "./headings.js";
import { regionEdits } from "./layout.js";
import type { RedactionOptions } from "./options.js";
import { orphans } from "./orphans.js";
import { hiddenComments, type Region, regionsOf } from "./regions.js";
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
  /** What was taken out of the body, one each marker or gap, sorted. */
  readonly regions: readonly Region[];
  /** Every stretch of the source whose text must not be in the copy, sorted. */
  readonly withheld: readonly Span[];
}

/** Works out what a copy for the options' audience leaves out. Pure: it answers edits and changes nothing. */
export function redact({ syntax, report, text }: RedactionInput, options: RedactionOptions): Redaction {
  const structure = new Structure(syntax, text);
  const hidden = hiddenComments(report, options);
  const body = regionsOf(report, structure, options);
  const regions = inOrder([...body, ...orphans(structure, body)]);
  const front = frontMatterEdits(report, hidden, structure, options);
  const edits = inOrder(regions.flatMap((region) => regionEdits(structure, region, options)));
  return {
    edits: combined([
      ...front.edits,
      ...edits,
      ...attributeEdits(report, hidden, structure),
      ...anchorEdits(structure, regions, edits),
    ]),
    regions,
    withheld: inOrder([...front.dropped, ...regions]),
  };
}

function inOrder<T extends Span>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.from - b.from);
}

/** Edits in order. Of those that overlap the first says what is written, and all goes that any of them takes away. */
function combined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of inOrder(edits)) {
    const last = result.at(-1);
    if (last && edit.from < last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, edit.to) };
    else result.push(edit);
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
    commentsInCode: [],
    hidden: [],
    frontMatter: undefined,
  };
  return [
    ...redact({ syntax, report: alone, text }, { ...options, force: true, keepHtmlComments: true }).edits,
  ];
}
