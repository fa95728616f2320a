import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type { PreviewMark } from "./marks.js";
import type { Previewed } from "./previewed.js";

/** Blocks that a line with a mark of its own ends. */
const ENDED = ["paragraph", "reference", "blockquote", "list"];

/**
 * Lines that only reports have: fences of comments, HTML comments that are internal, and markers that would be
 * taken for HTML. `find` answers the text that is rendered, if it is a report.
 */
export function blockRule(md: MarkdownIt, find: (env: unknown, src: string) => Previewed | undefined): void {
  const rule: RuleBlock = (state, startLine, endLine, silent) => {
    const previewed = find(state.env, state.src);
    if (!previewed) return false;
    const from = state.bMarks[startLine]! + state.tShift[startLine]!;
    const mark = previewed.nextMark(from);
    if (mark?.from !== from || !mark.block || !(mark.endsLine || mark.kind === "note")) return false;
    const { text } = previewed.analysis;
    const last = text.lineAt(mark.to);
    // Only a comment that begins a block and ends it can stand for one.
    if (last >= endLine || (mark.kind !== "note" && last !== startLine)) return false;
    if (silent) return true;
    state.line = last + 1;
    const map: [number, number] = [startLine, state.line];
    if (mark.kind === "mark") {
      const token = state.push("trip_report_fence", "", 0);
      token.map = map;
    } else if (mark.kind === "note" && mark.endsLine) {
      const token = state.push("trip_report_note_block", "p", 0);
      token.content = mark.words;
      token.meta = mark satisfies PreviewMark;
      token.map = map;
    } else {
      const open = state.push("paragraph_open", "p", 1);
      open.map = map;
      const inline = state.push("inline", "", 0);
      inline.content = state.getLines(startLine, state.line, state.blkIndent, false).trim();
      inline.map = map;
      inline.children = [];
      state.push("paragraph_close", "p", -1);
    }
    return true;
  };
  md.block.ruler.before("table", "trip_report", rule, { alt: ENDED });
}
