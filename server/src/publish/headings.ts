import type { InternalComment } from "../report/internal-comments.js";
import { allSections, type Report } from "../report/model.js";
import { type PlainText, plainTextOf } from "../syntax/plain.js";
import type { TextEdit } from "../text/edit.js";
import { slugs } from "../text/slug.js";
import type { Region } from "./regions.js";
import { firstFrom, SpanIndex } from "./span-index.js";
import type { Structure } from "./structure.js";

/** Takes `.internal` and its audience out of the attributes of headings whose body was redacted. */
export function attributeEdits(
  report: Report,
  hidden: readonly InternalComment[],
  { text, syntax }: Structure,
): TextEdit[] {
  const redacted = new Set(hidden.map(({ open }) => open.from));
  return allSections(report.sections).flatMap(({ attributes }): TextEdit[] => {
    if (!attributes || !redacted.has(attributes.from)) return [];
    const kept = text
      .slice(attributes.from + 1, attributes.to - 1)
      .replace(/\.[\p{L}\p{M}]{1,32}(?=$|[\s.#])/gu, (name) => (syntax.grammar.attributes(name) ? "" : name))
      .replace(/\baudience[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^\s"'{}]+)/gi, "")
      .trim()
      .replace(/[ \t]{2,}/g, " ");
    if (kept !== "") return [{ ...attributes, insert: `{${kept}}` }];
    let from = attributes.from;
    while (from > 0 && /[ \t]/.test(text[from - 1]!)) from--;
    return [{ from, to: attributes.to, insert: "" }];
  });
}

/**
 * Links to headings whose text was redacted: their target repeats that text (`#acme-internal-code-name`), so it
 * becomes the target that the heading has in the copy. `edits` are those that redact, sorted.
 */
export function anchorEdits(
  structure: Structure,
  regions: readonly Region[],
  edits: readonly TextEdit[],
): TextEdit[] {
  const moved = movedAnchors(structure, regions, edits);
  const found: TextEdit[] = [];
  structure.syntax.tree.iterate({
    enter({ name, from, to }) {
      const target = name === "URL" ? /^(<?#)([^>]+)/.exec(structure.text.slice(from, to)) : null;
      const next = target && moved.get(decoded(target[2]!).toLowerCase());
      if (next) found.push({ from: from + target[1]!.length, to: from + target[0].length, insert: next });
    },
  });
  return found;
}

function movedAnchors(
  { syntax, text }: Structure,
  regions: readonly Region[],
  edits: readonly TextEdit[],
): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  const taken = new SpanIndex(regions);
  const starts = edits.map(({ from }) => from);
  syntax.tree.iterate({
    enter(node) {
      if (!/Heading\d/.test(node.name) || !taken.beginsIn(node)) return;
      const { from, to } = node;
      const plain = plainTextOf(text, node.node.toTree(), from);
      const inside = edits.slice(firstFrom(starts, from), firstFrom(starts, to));
      const [target] = slugs(edited(plain, inside));
      const written = text.slice(from, to).replace(/^#+|(?<!#)#+\s*$/g, "");
      for (const slug of [...slugs(plain.text), ...slugs(written)]) moved.set(slug, target!);
    },
  });
  return moved;
}

/** The plain text of what edits leave. */
function edited({ text, sourceAt }: PlainText, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, insert } of edits) {
    while (at < text.length && sourceAt(at) < from) result += text[at++];
    while (at < text.length && sourceAt(at) < to) at++;
    result += insert;
  }
  return result + text.slice(at);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
