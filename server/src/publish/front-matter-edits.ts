import type { FrontMatter, FrontMatterEntry } from "../report/front-matter.js";
import type { InternalComment } from "../report/internal-comments.js";
import type { Report } from "../report/model.js";
import { append } from "../text/append.js";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import { unpublished } from "./html-comments.js";
import type { RedactionOptions } from "./options.js";
import type { Structure } from "./structure.js";

/** What is done to the front matter, and the stretches of it that are not published. */
export interface FrontMatterEdits {
  readonly edits: readonly TextEdit[];
  readonly dropped: readonly Span[];
}

/**
 * Drops YAML comments, internal keys and configured keys, redacts comments inside values, and sets `audience`.
 * `hidden` are the comments that readers of the copy must not see. Front matter that cannot be read goes as a whole.
 */
export function frontMatterEdits(
  { frontMatter: front, hidden: markup }: Report,
  hidden: readonly InternalComment[],
  structure: Structure,
  options: RedactionOptions,
): FrontMatterEdits {
  if (!front) return { edits: [], dropped: [] };
  if (front.problems.length > 0) {
    const to = structure.lines.lineStart(structure.lines.lineAt(front.to) + 1);
    return { edits: [{ from: front.from, to, insert: "" }], dropped: [{ from: front.from, to }] };
  }
  const isInFront = ({ from }: Span) => from >= front.from && from < front.to;
  const inFront = hidden.filter(isInFront);
  const drop = new Set(options.dropKeys);
  const internalKeys = new Set(inFront.map(({ from }) => from));
  const isDropped = (entry: FrontMatterEntry) => drop.has(entry.key) || internalKeys.has(entry.keySpan.from);
  const dropped: Span[] = [];
  const edits: TextEdit[] = [];
  const flow = isFlow(structure.text, front);
  front.entries.forEach((entry, index) => {
    if (!isDropped(entry)) return;
    const span = flow
      ? flowSpan(structure.text, front, index, isDropped)
      : blockSpan(structure, front, index);
    dropped.push(entry.valueSpan);
    edits.push({ ...span, insert: "" });
  });
  for (const comment of front.comments) {
    const span = commentSpan(structure, comment);
    dropped.push(comment);
    edits.push({ ...span, insert: "" });
  }
  for (const { from, to } of inFront) {
    if (front.entries.some((entry) => entry.keySpan.from === from)) continue;
    if (front.comments.some((comment) => comment.from === from)) continue;
    dropped.push({ from, to });
    edits.push(valueEdit(structure.text, front, { from, to }, options));
  }
  for (const span of unpublished(markup.filter(isInFront), structure.syntax, options)) {
    dropped.push(span);
    edits.push({ ...span, insert: "" });
  }
  const audience = front.entries.find((entry) => entry.key === "audience" && !isDropped(entry));
  if (audience) append(edits, audienceEdit(structure.text, audience, options.audience, flow));
  return { edits, dropped };
}

/** A comment inside a value. The value as a whole where YAML would read the rest as something else. */
function valueEdit(
  text: string,
  front: FrontMatter,
  { from, to }: Span,
  { remove, marker }: RedactionOptions,
): TextEdit {
  const insert = remove ? "" : marker;
  const value = front.entries.find(
    ({ valueSpan }) => valueSpan.from <= from && to <= valueSpan.to,
  )?.valueSpan;
  const first = value && text.charAt(value.from);
  if (value && (first === "[" || first === "{" || (from === value.from && to === value.to)))
    return { ...value, insert: JSON.stringify(insert) };
  if (first === '"') return { from, to, insert: JSON.stringify(insert).slice(1, -1) };
  return { from, to, insert: first === "'" ? insert.replace(/'/g, "''") : insert };
}

function audienceEdit(
  text: string,
  { keySpan, valueSpan, value }: FrontMatterEntry,
  audience: string,
  flow: boolean,
): TextEdit[] {
  if (typeof value === "string" && value.toLowerCase() === audience.toLowerCase()) return [];
  const written = text.slice(valueSpan.from, valueSpan.to);
  if (written === "") {
    const colon = /^\s*:/.exec(text.slice(keySpan.to))?.[0];
    // Only between braces and behind a question mark a key can do without its colon.
    if (colon === undefined)
      return [{ from: keySpan.to, to: keySpan.to, insert: `${flow ? "" : "\n"}: ${audience}` }];
    const at = Math.max(keySpan.to + colon.length, valueSpan.to);
    return [{ from: at, to: at, insert: /\s/.test(text[at - 1]!) ? audience : ` ${audience}` }];
  }
  const quote = written[0] === '"' || written[0] === "'" ? written[0] : "";
  // A block of text or a collection ends with its line break, which stays.
  const tail = /[\r\n][\s\S]*/.exec(written.slice(written.trimEnd().length))?.[0] ?? "";
  return [{ from: valueSpan.from, to: valueSpan.to - tail.length, insert: quote + audience + quote }];
}

/** Whether the keys stand in braces, as JSON has them. */
function isFlow(text: string, front: FrontMatter): boolean {
  const first = front.entries[0];
  if (!first) return false;
  const source = text.slice(front.from, first.keySpan.from);
  return source.replace(/#[^\r\n]*/g, "").includes("{");
}

/** A key with its value and all lines up to the next key. */
function blockSpan({ lines, text }: Structure, front: FrontMatter, index: number): Span {
  const { keySpan } = front.entries[index]!;
  const next = front.entries[index + 1];
  const from = lines.lineStart(lines.lineAt(keySpan.from));
  const end = next ? next.keySpan.from : closingLine(text, front);
  return { from, to: lines.lineStart(lines.lineAt(end)) };
}

/** The offset of the line of dashes that ends the front matter. */
function closingLine(text: string, front: FrontMatter): number {
  return front.from + text.slice(front.from, front.to).lastIndexOf("---");
}

/** A key with its value and the comma that parts it from a neighbour that stays. */
function flowSpan(
  text: string,
  front: FrontMatter,
  index: number,
  isDropped: (entry: FrontMatterEntry) => boolean,
): Span {
  const { keySpan, valueSpan } = front.entries[index]!;
  const next = front.entries[index + 1];
  if (next) return { from: keySpan.from, to: next.keySpan.from };
  const before = front.entries.findLast((entry, at) => at < index && !isDropped(entry));
  const end = Math.max(keySpan.to, valueSpan.to);
  if (before) return { from: Math.max(before.keySpan.to, before.valueSpan.to), to: end };
  const comma = /^\s*,/.exec(text.slice(end, front.to))?.[0] ?? "";
  return { from: keySpan.from, to: end + comma.length };
}

/** A YAML comment with its line, or with the blanks before it. */
function commentSpan({ lines, text }: Structure, { from, to }: Span): Span {
  const line = lines.lineAt(from);
  const start = lines.lineStart(line);
  if (text.slice(start, from).trim() === "") return { from: start, to: lines.lineStart(line + 1) };
  let at = from;
  while (at > start && /[ \t]/.test(text[at - 1]!)) at--;
  return { from: at, to };
}
