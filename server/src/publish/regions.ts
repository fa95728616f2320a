import { isNarrower } from "../report/audiences.js";
import type { InternalComment } from "../report/internal-comments.js";
import type { Report } from "../report/model.js";
import { searchAhead } from "../text/search-ahead.js";
import type { Span } from "../text/span.js";
import { unpublished } from "./html-comments.js";
import type { RedactionOptions } from "./options.js";
import type { Structure } from "./structure.js";

/** A stretch of the source that is not published. */
export interface Region extends Span {
  /** `redact` leaves a marker where markers are wanted; `drop` never leaves anything. */
  readonly kind: "redact" | "drop";
  /** What began it, for the places and counts that are told. */
  readonly what: string;
  /** A heading's body keeps a marker of its own. */
  readonly section?: true;
}

const CODE = new Set(["FencedCode", "CodeBlock", "InlineCode"]);

/** The comments that readers of the copy must not see. */
export function hiddenComments(
  { comments }: Report,
  { audiences, audience, force }: RedactionOptions,
): InternalComment[] {
  return comments.filter(
    (comment) =>
      isNarrower(audiences, comment.audience, audience) ||
      // Forced, a comment whose end or audience is in doubt is hidden from everybody.
      (force && (comment.unclosed || comment.slip !== undefined)),
  );
}

/** So many comments around another are read for themselves; people write two or three. */
const DEEPEST = 32;

/** The comments, sorted, that stand in more others than can be read, each for itself, in a time that grows with the text alone. */
export function nestedTooDeep(comments: readonly InternalComment[]): InternalComment[] {
  const found: InternalComment[] = [];
  let ends: number[] = [];
  for (const comment of comments) {
    ends = ends.filter((end) => end > comment.from);
    if (ends.length < DEEPEST) ends.push(comment.to);
    else found.push(comment);
  }
  return found;
}

/** Everything in the body that is not published: sorted, disjoint, and merged where only white space is between. */
export function regionsOf(report: Report, structure: Structure, options: RedactionOptions): Region[] {
  const { text } = structure;
  const bodyStart = structure.syntax.bodyStart;
  const found: Region[] = [];
  for (const comment of hiddenComments(report, options)) {
    // The body of a heading can be empty.
    if (comment.from < bodyStart || text.slice(comment.from, comment.to).trim() === "") continue;
    const section = comment.form === "section" ? ({ section: true } as const) : {};
    found.push({ ...trimmed(text, comment), kind: "redact", what: comment.form, ...section });
  }
  const inBody = report.hidden.filter(({ from }) => from >= bodyStart);
  const closeFrom = searchAhead(text, "-->");
  const dropped = unpublished(inBody, structure.syntax, options).map((span) =>
    closedComment(text, span, closeFrom),
  );
  for (const span of [...dropped, ...(options.keepHtmlComments ? [] : openHtmlComments(structure))])
    found.push({ ...span, kind: "drop", what: "hidden" });
  if (options.force)
    for (const span of report.commentsInCode) {
      const code = structure.enclosing(span.from, CODE).at(-1);
      found.push({ ...(code ? { from: code.from, to: code.to } : span), kind: "redact", what: "code" });
    }
  return united(merged(structure, united(found), options).map((region) => withUnderline(structure, region)));
}

/** A comment without the white space at its edges, which belongs to what is around it. */
function trimmed(text: string, { from, to }: Span): Span {
  const comment = text.slice(from, to);
  return { from: to - comment.trimStart().length, to: from + comment.trimEnd().length };
}

/** An HTML comment that its block cuts off goes on, for a browser, to its `-->` or the end of the text. */
function closedComment(text: string, { from, to }: Span, closeFrom: (at: number) => number): Span {
  if (text.startsWith("-->", to - 3)) return { from, to };
  const close = closeFrom(to);
  return { from, to: close < 0 ? text.length : close + 3 };
}

const OPAQUE = new Set([
  ...CODE,
  "Comment",
  "CommentBlock",
  "HTMLBlock",
  "Mark",
  "URL",
  "LinkTitle",
  "Escape",
]);

/** `<!--` in a paragraph whose `-->` stands in a later block: no comment to Markdown, but meant as one. */
export function openHtmlComments(structure: Structure): Span[] {
  const { text, syntax } = structure;
  const found: Span[] = [];
  const closeFrom = searchAhead(text, "-->");
  let at = text.indexOf("<!--", syntax.bodyStart);
  while (at >= 0) {
    const opaque = structure.enclosing(at, OPAQUE).length > 0;
    const close = opaque ? -1 : closeFrom(at + 4);
    if (close >= 0) found.push({ from: at, to: close + 3 });
    at = text.indexOf("<!--", close >= 0 ? close + 3 : at + 4);
  }
  return found;
}

/** Overlapping regions as one. */
function united(regions: readonly Region[]): Region[] {
  const result: Region[] = [];
  for (const region of [...regions].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && region.from < last.to) result[result.length - 1] = join(last, region);
    else result.push(region);
  }
  return result;
}

/**
 * Regions with only white space, or what is dropped, between them as one; quote marks of one quote count as such.
 * Where no marker is left, what is redacted and what is dropped are alike.
 */
function merged(structure: Structure, regions: readonly Region[], { remove }: RedactionOptions): Region[] {
  const result: Region[] = [];
  for (const region of regions) {
    const last = result.at(-1);
    const before = result.at(-2);
    if (last && (remove || last.kind === region.kind) && neighbours(structure, last, region))
      result.splice(-1, 1, join(last, region));
    else if (
      last?.kind === "drop" &&
      before?.kind === "redact" &&
      neighbours(structure, before, last) &&
      neighbours(structure, last, region)
    )
      result.splice(-2, 2, join(before, region));
    else result.push(region);
  }
  return result;
}

function neighbours(structure: Structure, a: Region, b: Region): boolean {
  if (b.section) return false;
  const between = structure.text.slice(a.to, b.from);
  if (between.trim() === "") return true;
  if (structure.structuralEnd(a.to, b.from) < b.from) return false;
  return structure.containerOf(a).from === structure.containerOf(b).from;
}

/** A region and one that does not begin before it. */
function join(a: Region, b: Region): Region {
  const { kind, what } = a.kind === "redact" ? a : b;
  return { ...a, kind, what, to: Math.max(a.to, b.to) };
}

/** A region that ends with the whole text of an underlined heading takes the underline along. */
function withUnderline(structure: Structure, region: Region): Region {
  const leaf = structure.leafAt(region.to - 1);
  if (!leaf?.name.startsWith("Setext") || leaf.from <= region.from || !structure.endsLine(region.to))
    return region;
  const underline = structure.lines.lineAt(region.to) + 1;
  return structure.lines.lineAt(leaf.to) === underline ? { ...region, to: leaf.to } : region;
}
