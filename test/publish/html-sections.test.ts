import fc from "fast-check";
import type { Root } from "hast";
import { expect, it } from "vitest";
import { arrange } from "../../server/src/publish/html-sections.js";
import { markdownTree, textOf } from "../../server/src/publish/html-tree.js";
import { prepare } from "../../server/src/publish/prepare.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyseText } from "../support/publish.js";

const words = (tree: Root) => textOf(tree).replace(/\s+/g, " ").trim();

it("a page arranged in sections has the same words in the same order", () => {
  fc.assert(
    fc.property(arbitraryReport, (text) => {
      const analysis = analyseText(text, "markdown");
      const tree = () => markdownTree(prepare(analysis).markdown, ["internal"]) as Root;
      const before = words(tree());
      expect(words(arrange(tree(), analysis.report))).toBe(before);
    }),
    { numRuns: 200 },
  );
});
