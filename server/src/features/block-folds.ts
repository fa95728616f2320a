import type { Tree } from "@lezer/common";
import type { Analysis } from "../analysis.js";
import type { Fold } from "./folding.js";

const FOLDED = new Set([
  "FencedCode",
  "CodeBlock",
  "Blockquote",
  "BulletList",
  "OrderedList",
  "ListItem",
  "Table",
  "HTMLBlock",
  "CommentBlock",
  "FootnoteDefinition",
]);
/** Blocks that hold no others. */
const FLAT = /^(?:Paragraph|ATXHeading|SetextHeading|Table)/;

/** What is remembered of a block. */
interface FoldReadings {
  folds?: readonly Fold[];
}

/** What Markdown's own blocks fold, in order. A block that an edit did not touch is not walked again. */
export function blockFolds({ syntax, text }: Analysis): Fold[] {
  const folds: Fold[] = [];
  for (const block of syntax.blocks) {
    const { tree, from } = block;
    if (!FOLDED.has(tree.type.name)) continue;
    const readings: FoldReadings = block.readings;
    readings.folds ??= foldsIn(tree, text.content.slice(from, from + tree.length));
    for (const fold of readings.folds)
      folds.push({ kind: fold.kind, from: fold.from + from, to: fold.to + from });
  }
  return folds;
}

/** The folds of one block that go over a line break, offsets counted from its start. */
function foldsIn(tree: Tree, source: string): Fold[] {
  const folds: Fold[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      if (FOLDED.has(name) && /[\r\n]/.test(source.slice(from, to)))
        folds.push({ from, to, kind: name === "CommentBlock" ? "comment" : "region" });
      return !FLAT.test(name);
    },
  });
  return folds;
}
