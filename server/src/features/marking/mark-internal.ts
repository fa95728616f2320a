import type { Analysis } from "../../analysis.js";
import { DEFAULT_CONFIG } from "../../config.js";
import { Structure } from "../../publish/structure.js";
import type { InternalComment } from "../../report/internal-comments.js";
import { append } from "../../text/append.js";
import { applyEdits, type TextEdit } from "../../text/edit.js";
import { l10n } from "../../text/message.js";
import { contains, type Span } from "../../text/span.js";
import { type EditCommand, type EditInput, refused } from "../edit-result.js";
import { mistakes, piecesOf, Readers } from "../privacy.js";
import { type Candidate, candidates, trimmed } from "./candidates.js";
import { commentAt } from "./comment-at.js";
import { moved } from "./moved.js";
import { unmark } from "./unmark.js";

/**
 * Makes each selection an internal comment, in the form that suits it and holds: read again, every selected word
 * must be in a comment that is well formed, and nothing else. In a comment it takes the marks away instead.
 */
export const markInternal: EditCommand = (input, selections, { audience }) => {
  const { analysis, config } = input;
  const front = analysis.syntax.frontMatter;
  const wider = selections.map((selection) => withTouched(input, selection));
  if (wider.some(({ from }) => front && from < front.to))
    return refused(l10n.t("Front matter is not marked: its key `internal` holds what is not published."));
  if (wider.every((span) => commentAt(analysis.report, span))) return unmarkAll(input, wider);
  const options = config.audiences.slice(0, -1);
  if (audience === undefined && asksForAudience(config.audiences))
    return { kind: "choose", what: "audience", options };
  return markAll(input, wider, audience ?? config.audiences[0] ?? "team");
};

/** Whether a team has audiences of its own, more than one of which a comment can be for. */
export function asksForAudience(audiences: readonly string[]): boolean {
  return audiences.length > 2 && audiences.join() !== DEFAULT_CONFIG.audiences.join();
}

/** A selection that begins or ends within a comment, with all of that comment. */
function withTouched({ analysis }: EditInput, selection: Span): Span {
  let { from, to } = selection;
  if (from === to) return selection;
  // Bullets and blanks around a comment do not make the selection more than the comment.
  const structure = new Structure(analysis.syntax, analysis.text);
  const inComment = (span: Span) => {
    const bare = trimmed(structure, span);
    return bare && commentAt(analysis.report, bare) ? bare : undefined;
  };
  const within = inComment(selection);
  if (within) return within;
  for (const comment of analysis.report.comments) {
    const crosses =
      (comment.from < from && from < comment.to && comment.to < to) ||
      (from < comment.from && comment.from < to && to < comment.to);
    // A whole section is not drawn in because the selection ends in it.
    if (!crosses || comment.form === "section") continue;
    from = Math.min(from, comment.from);
    to = Math.max(to, comment.to);
  }
  return inComment({ from, to }) ?? { from, to };
}

function unmarkAll({ analysis }: EditInput, spans: readonly Span[]) {
  const edits: TextEdit[] = [];
  for (const span of spans) {
    const comment = commentAt(analysis.report, span);
    const made = comment ? unmark(analysis, comment) : [];
    if (typeof made === "string") return refused(made);
    if (!clash(edits, made)) append(edits, made);
  }
  return { kind: "edits", edits, selections: spans.map((span) => moved(span, edits)) } as const;
}

function markAll(input: EditInput, spans: readonly Span[], audience: string) {
  const { analysis } = input;
  const edits: TextEdit[] = [];
  const made: Span[] = [];
  const marked: Selected[] = [];
  // In the order of their places: where two meet, the first closes before the second opens.
  for (const span of together(spans)) {
    if (commentAt(analysis.report, span)) {
      marked.push({ selected: span });
      continue;
    }
    const found = candidateThatHolds(input, span, audience);
    if (!found) return refused(spans.length === 1 && span.from === span.to ? NOTHING : NO_FORM);
    if (!clash(edits, found.edits)) append(edits, found.edits);
    made.push(found.marked);
    marked.push(found);
  }
  if (made.length > 1) {
    const after = input.reanalyse(applyEdits(analysis.text.content, edits));
    if (!readsAsWanted(input, after, { edits, marked: made }, audience)) return refused(NOT_TOGETHER);
  }
  const selections = marked.map(({ selected, outer }) => moved(selected, edits, outer));
  return { kind: "edits", edits, selections } as const;
}

/** The spans in order, those that overlap as one, and cursors with what they stand at. */
function together(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = apart.at(-1);
    const empty = span.from === span.to || last?.from === last?.to;
    if (last && (span.from < last.to || (empty && span.from === last.to)))
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else apart.push(span);
  }
  return apart;
}

/** What is selected after marking, in offsets of the old text; `outer` takes the new marks in. */
interface Selected {
  readonly selected: Span;
  readonly outer?: true;
}

const NOTHING = l10n.t("There is nothing to mark at the cursor.");
const NO_FORM = l10n.t(
  "No form of internal comment holds here: select whole paragraphs, or put right what is malformed around them.",
);

const NOT_TOGETHER = l10n.t("These selections cannot be marked together: mark one at a time.");

/** Whether edits cannot be made beside others, or are the same. */
function clash(made: readonly TextEdit[], more: readonly TextEdit[]): boolean {
  return more.some(({ from, to, insert }) =>
    made.some(
      (edit) =>
        (from < edit.to && edit.from < to) ||
        (from === edit.from && to === edit.to && insert === edit.insert),
    ),
  );
}

function candidateThatHolds(
  input: EditInput,
  selection: Span,
  audience: string,
): (Candidate & Selected) | undefined {
  const { analysis, config } = input;
  const structure = new Structure(analysis.syntax, analysis.text);
  for (const candidate of candidates({ structure, report: analysis.report, config, audience }, selection)) {
    const after = input.reanalyse(applyEdits(analysis.text.content, candidate.edits));
    const comment = holds(input, candidate, after, audience);
    if (comment) return { ...candidate, ...selectedIn(candidate, selection, after, comment) };
  }
  return undefined;
}

/** The comment that a candidate makes, if the report then reads as it should: what is marked is private, all else as before. */
function holds(
  input: EditInput,
  { edits, marked }: Candidate,
  after: Analysis,
  audience: string,
): InternalComment | undefined {
  const kept = readsAsWanted(input, after, { edits, marked: [marked] }, audience);
  return kept ? after.report.comments.find((comment) => isMadeBy(comment, edits)) : undefined;
}

/** Whether what is marked is for the audience at most, everybody may read the rest as before, and nothing is malformed. */
function readsAsWanted(
  { analysis: before, config: { audiences } }: EditInput,
  after: Analysis,
  { edits, marked }: { readonly edits: readonly TextEdit[]; readonly marked: readonly Span[] },
  audience: string,
): boolean {
  if (mistakes(after) > mistakes(before)) return false;
  const wanted = audiences.indexOf(audience);
  const readers = new Readers(before, after, piecesOf(before.text.length, edits), audiences);
  return readers.every((then, now, at) =>
    marked.some(({ from, to }) => from <= at && at < to) ? now === Math.min(then, wanted) : now === then,
  );
}

/** Whether a comment's marks are those that the edits wrote, and no others that they were meant for. */
function isMadeBy({ open, close, from, to }: InternalComment, edits: readonly TextEdit[]): boolean {
  const [opening, closing] = edits;
  if (!opening) return false;
  const written = { from: opening.from, to: opening.from + opening.insert.length };
  if (!closing) return open.from < written.to && written.from < open.to;
  const closingFrom = closing.from + opening.insert.length;
  return (
    close !== undefined &&
    contains(written, open) &&
    from === open.from &&
    to === close.to &&
    contains({ from: closingFrom, to: closingFrom + closing.insert.length }, close)
  );
}

/** The selection that marking leaves: asked again, the very comment loses its marks. */
function selectedIn(
  { edits, marked }: Candidate,
  selection: Span,
  after: Analysis,
  comment: InternalComment,
): Selected {
  const cursor = selection.from === selection.to;
  const at = Math.min(Math.max(selection.from, marked.from), marked.to);
  const heading = cursor && comment.form === "section";
  const selected = heading ? selection : cursor ? { from: at, to: at } : marked;
  const found = commentAt(after.report, moved(selected, edits));
  return found === comment ? { selected } : { selected: marked, outer: true };
}
