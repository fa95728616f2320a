import type Token from "markdown-it/lib/token.mjs";
import type { Previewed } from "./previewed.js";
import { SourceMap } from "./source-map.js";

/** A leaf while it is parsed: the text it is in, and where in it. */
export interface Leaf {
  readonly previewed: Previewed;
  readonly map: SourceMap;
}

/** The leaves among tokens, each with the tokens of its running text. Cells of a table are looked for along their row. */
export function* leavesOf(tokens: readonly Token[], previewed: Previewed): Generator<[Token[], Leaf]> {
  let row: number | undefined;
  let column = 0;
  for (const token of tokens) {
    if (token.type === "tr_open") {
      row = token.map?.[0];
      column = 0;
    } else if (token.type === "tr_close") row = undefined;
    if (token.type !== "inline" || !token.children || token.content === "") continue;
    const first = token.map?.[0] ?? row;
    if (first === undefined) continue;
    const map = SourceMap.of(token.content, (index) => previewed.line(first + index), column);
    if (!map) continue;
    if (row !== undefined) column = map.end - previewed.line(first).from;
    yield [token.children, { previewed, map }];
  }
}
