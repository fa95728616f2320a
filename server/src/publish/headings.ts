import type { InternalComment } from "../report/internal-comments.js";
import { allSections, type Report } from "../report/model.js";
import { plainTextOf } from "../syntax/plain.js";
import type { TextEdit } from "../text/edit.js";
import { slugs } from "../text/slug.js";
import type { Span } from "../text/span.js";
import type { Region } from "./regions.js";
import { SpanIndex } from "./span-index.js";
import type { Structure } from "./structure.js";

/** Takes `.internal` and its audience out of the attributes of headings whose body was redacted. */
export function attributeEdits(
  report: Report,
  hidden: readonly InternalComment[],
  { text, syntax }: Structure,
): TextEdit[] {
  const redacted = new Set(hidden.filter(({ form }) => form === "section").map(({ open }) => open.from));
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
 * becomes the target that the heading has in the copy.
 */
export function anchorEdits(
  structure: Structure,
  regions: readonly Region[],
  copied: (span: Span) => string,
): TextEdit[] {
  const moved = movedAnchors(structure, regions, copied);
  if (moved.size === 0) return [];
  const edits: TextEdit[] = [];
  const taken = new SpanIndex(regions);
  structure.syntax.tree.iterate({
    enter({ name, from, to }) {
      if (name !== "URL" || structure.text[from] === undefined) return;
      const written = structure.text.slice(from, to);
      const target = /^(<?#)([^>]+)/.exec(written);
      const next = target ? moved.get(decoded(target[2]!).toLowerCase()) : undefined;
      if (!target || next === undefined || taken.overlaps({ from, to })) return;
      edits.push({ from: from + target[1]!.length, to: from + target[0].length, insert: next });
    },
  });
  return edits;
}

function movedAnchors(
  { syntax, text }: Structure,
  regions: readonly Region[],
  copied: (span: Span) => string,
): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  const taken = new SpanIndex(regions);
  syntax.tree.iterate({
    enter(node) {
      if (!/^(?:ATX|Setext)Heading/.test(node.name)) return;
      const { from, to } = node;
      if (!taken.beginsIn({ from, to })) return;
      const plain = plainTextOf(text, node.node.toTree(), from).text;
      const target = slugs(copied({ from, to }).replace(/^#+|(?<!#)#+\s*$/g, ""))[0] ?? "";
      for (const slug of [...slugs(plain), ...slugs(text.slice(from, to).replace(/^#+|(?<!#)#+\s*$/g, ""))])
        moved.set(slug, target);
    },
  });
  return moved;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
