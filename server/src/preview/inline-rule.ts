import type MarkdownIt from "markdown-it";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Leaf } from "./leaves.js";
import type { PreviewMark } from "./marks.js";

/** Characters at which the renderer looks for markup; between them all is text. */
const MARKUP = /[\n!#$%&*+\-:<=>@[\]\\^_`{}~]/;

/** Marks in running text become tokens of type `trip_report_mark` that carry them. `leaves` tells of which leaf the tokens are. */
export function inlineRule(md: MarkdownIt, leaves: WeakMap<readonly Token[], Leaf>): void {
  const rule: RuleInline = (state, silent) => {
    const leaf = leaves.get(state.tokens);
    const offset = leaf?.map.sourceAt(state.pos);
    const mark = offset === undefined ? undefined : leaf?.previewed.nextMark(offset);
    if (!leaf || offset === undefined || !mark) return false;
    const start = leaf.map.contentAt(mark.from);
    const end = leaf.map.contentAt(mark.to);
    if (start === undefined || end === undefined || end > state.posMax || end <= state.pos) return false;
    if (start > state.pos) {
      // Text that ends where the mark begins, which may be in the middle of what else were one text.
      const before = state.src.slice(state.pos, start);
      if (MARKUP.test(before)) return false;
      if (!silent) state.pending += before;
      state.pos = start;
      return true;
    }
    if (!silent) {
      const token = state.push("trip_report_mark", "", 0);
      token.meta = mark satisfies PreviewMark;
      token.content = mark.words;
    }
    state.pos = end;
    return true;
  };
  md.inline.ruler.before("text", "trip_report", rule);
}
