import type { Line, MarkdownConfig } from "@lezer/markdown";
import { staysInside } from "./html-blocks.js";

/** Where the parser differs from the specifications it follows, and can be told. */
export const corrections: MarkdownConfig = {
  parseBlock: [
    {
      // An empty item ends no paragraph, but it does where the paragraph only could go on with it: behind a quote.
      name: "EmptyItem",
      endLeaf: (cx, line) => !staysInside(cx, line) && isEmptyItem(line),
    },
  ],
  parseInline: [
    {
      // Three tildes strike nothing out; the parser takes the last two of them.
      name: "TildeRun",
      before: "Strikethrough",
      parse(cx, next, pos) {
        if (next !== 126 || cx.char(pos + 1) !== 126 || cx.char(pos + 2) !== 126) return -1;
        let end = pos + 3;
        while (cx.char(end) === 126) end++;
        return end;
      },
    },
  ],
};

function isEmptyItem(line: Line): boolean {
  return /^(?:[-+*]|\d{1,9}[.)])[ \t]*$/.test(line.text.slice(line.pos));
}
