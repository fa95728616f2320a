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

/** What Markdown's own blocks fold, in order. A block that an edit did not touch is not walked again. */
export function blockFolds({ syntax, remembered }: Analysis): Fold[] {
  const known = remembered.get(
    "folds",
    undefined,
    () => true,
    () => new WeakMap<Tree, readonly Fold[]>(),
  );
  const folds: Fold[] = [];
  for (const { tree, from } of syntax.blocks) {
    if (!FOLDED.has(tree.type.name)) continue;
    let inside = known.get(tree);
    if (!inside) {
      inside = foldsIn(tree);
      known.set(tree, inside);
    }
    for (const fold of inside) folds.push({ ...fold, from: fold.from + from, to: fold.to + from });
  }
  return folds;
}

/** The folds of one block, offsets counted from its start. */
function foldsIn(tree: Tree): Fold[] {
  const folds: Fold[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      if (FOLDED.has(name)) folds.push({ from, to, kind: name === "CommentBlock" ? "comment" : "region" });
      return !FLAT.test(name);
    },
  });
  return folds;
}
