import { anchorName } from "../syntax/attributes.js";
import { applyEdits, type TextEdit } from "../text/edit.js";
import type { RedactionInput } from "./redact.js";

/** A copy's Markdown made ready for a renderer that knows nothing of reports, and the words that were added. */
export interface Prepared {
  readonly markdown: string;
  readonly generated: readonly string[];
}

/** Takes away what only reports have: front matter, attributes of headings, marks of containers that stay. */
export function prepare({ syntax, report }: RedactionInput): Prepared {
  const { text, bodyStart } = syntax;
  const edits: TextEdit[] = [{ from: 0, to: bodyStart, insert: "" }];
  const generated: string[] = [];
  syntax.tree.iterate({
    enter({ name, from, to, node }) {
      if (name !== "Attributes" || !node.parent?.name.includes("Heading")) return;
      const id = anchorName(text.slice(from, to))?.name;
      edits.push({ from, to, insert: id === undefined ? "" : `<a id="${id}"></a>` });
    },
  });
  // A bare marker is a tag to Markdown and would vanish.
  for (const { from, to, asTag } of report.redacted)
    if (asTag) edits.push({ from, to, insert: `&lt;${text.slice(from + 1, to - 1)}&gt;` });
  for (const { form, open, close, audience } of report.comments) {
    if (form !== "container" || open.from < bodyStart) continue;
    generated.push(`Internal, ${audience}:`);
    edits.push({ ...open, insert: `**Internal, ${audience}:**` });
    if (close) edits.push({ from: close.from, to: close.to, insert: "" });
  }
  return { markdown: applyEdits(text, disjoint(edits)), generated };
}

function disjoint(edits: readonly TextEdit[]): TextEdit[] {
  let done = 0;
  return [...edits]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      if (from < done) return false;
      done = to;
      return true;
    });
}
