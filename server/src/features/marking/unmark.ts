import type { Analysis } from "../../analysis.js";
import { Structure } from "../../publish/structure.js";
import type { InternalComment } from "../../report/internal-comments.js";
import { aboutForm } from "../../syntax/forms.js";
import type { TextEdit } from "../../text/edit.js";
import { l10n } from "../../text/message.js";
import type { Span } from "../../text/span.js";

/** The edits that take the marks of a comment away and keep its text; a sentence where that cannot be done. */
export function unmark(analysis: Analysis, comment: InternalComment): readonly TextEdit[] | string {
  const { syntax, text } = analysis;
  if (comment.form === "front-matter")
    return l10n.t("In the front matter a comment has no marks to take away.");
  if (comment.unclosed || comment.slip !== undefined)
    return l10n.t("This comment is not well formed: put its marks right first.");
  const structure = new Structure(syntax, text);
  if (comment.form === "section") return [withoutAttribute(analysis, comment.open)];
  if (comment.form === "html-comment") return htmlComment(syntax.text, comment);
  return united([openingOf(structure, comment), ...closingOf(structure, comment)]);
}

/** The attributes of a heading without those that make it internal; without braces where nothing is left. */
function withoutAttribute({ syntax }: Analysis, { from, to }: Span): TextEdit {
  const { text, grammar } = syntax;
  const inside = text.slice(from + 1, to - 1);
  const left = inside
    .split(/[ \t]+/)
    .filter((part) => part !== "" && !/^audience[ \t]*=/i.test(part) && !grammar.attributes(part));
  if (left.length > 0) return { from, to, insert: `{${left.join(" ")}}` };
  let start = from;
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start--;
  return { from: start, to, insert: "" };
}

function htmlComment(text: string, { from, to, open }: InternalComment): TextEdit[] {
  let end = to - "-->".length;
  const start = skipBlanks(text, open.to, end);
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return [gone(from, start), gone(end, to)];
}

function openingOf(structure: Structure, { form, open, close, to }: InternalComment): TextEdit {
  const { text, lines } = structure;
  if (form === "inline") {
    // A link or an image whose text begins like a comment stays one.
    const bracket = text[open.from] === "!" ? open.from + 1 : open.from;
    return gone(close && close.to - close.from > 1 ? bracket + 1 : bracket, skipBlanks(text, open.to, to));
  }
  if (!structure.endsLine(open.to)) {
    return gone(open.from, aboutForm(form).padded ? skipBlanks(text, open.to, to) : open.to);
  }
  const line = lines.lineAt(open.from);
  if (!structure.startsBlock(open.from) || line + 1 >= lines.lineCount) return gone(open.from, open.to);
  const prefix = blanked(text.slice(lines.lineStart(line), open.from));
  const next = lines.lineStart(line + 1);
  // Behind a bullet the text below moves up to stand there.
  if (structure.behindItemMark(open.from))
    return gone(
      open.from,
      text.startsWith(prefix, next)
        ? next + prefix.length
        : structure.structuralEnd(next, lines.lineEnd(line + 1)),
    );
  return gone(lines.lineStart(line), next);
}

function closingOf(structure: Structure, { form, close }: InternalComment): TextEdit[] {
  if (!close) return [];
  const { text, lines } = structure;
  if (form === "inline") return close.to - close.from > 1 ? [] : [gone(close.from, close.to)];
  const line = lines.lineAt(close.from);
  const alone = structure.startsBlock(close.from) && structure.endsLine(close.to);
  if (alone && line > 0 && !structure.behindItemMark(close.from))
    return [gone(lines.lineEnd(line - 1), lines.lineEnd(line))];
  if (!aboutForm(form).padded) return [gone(close.from, close.to)];
  let from = close.from;
  while (/[ \t]/.test(text[from - 1] ?? "")) from--;
  return [gone(from, close.to)];
}

/** Deletions in order, those that meet as one: of an empty comment both marks take the same line break. */
function united(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last && edit.from <= last.to) result[result.length - 1] = gone(last.from, Math.max(last.to, edit.to));
    else result.push(edit);
  }
  return result;
}

function skipBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /[ \t]/.test(text[at]!)) at++;
  return at;
}

/** What stands before a block on its line as it stands before the lines that follow: bullets become blanks. */
export function blanked(prefix: string): string {
  return prefix.replace(/[^\s>]/g, " ");
}

function gone(from: number, to: number): TextEdit {
  return { from, to, insert: "" };
}
