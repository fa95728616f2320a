import type { BlockContext, BlockParser, Element, Line } from "@lezer/markdown";
import { append } from "../text/append.js";
import { depthOf } from "./lezer.js";

/** How each kind of HTML block of CommonMark begins, ends and is called. Without an end a blank line ends it. */
const KINDS: readonly { readonly start: RegExp; readonly end?: RegExp; readonly node: string }[] = [
  {
    start: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i,
    end: /<\/(?:script|pre|style|textarea)>/i,
    node: "HTMLBlock",
  },
  { start: /^<!--/, end: /-->/, node: "CommentBlock" },
  { start: /^<\?/, end: /\?>/, node: "ProcessingInstructionBlock" },
  { start: /^<![A-Z]/i, end: />/, node: "HTMLBlock" },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, node: "HTMLBlock" },
  {
    start:
      /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i,
    node: "HTMLBlock",
  },
  {
    start:
      /^(?:<\/[a-z][\w-]*\s*>|<[a-z][\w-]*(?:\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>)\s*$/i,
    node: "HTMLBlock",
  },
];

/**
 * HTML blocks as CommonMark has them. The parser's own reader looks for a blank line with the quote marks still on
 * it, so that in a quote a block would run on over what follows.
 */
export const htmlBlock: BlockParser = {
  name: "HTMLBlock",
  parse(cx, line) {
    if (line.next !== 60) return false;
    const rest = () => line.text.slice(line.pos);
    const kind = KINDS.find(({ start }) => start.test(rest()));
    if (!kind) return false;
    const from = cx.lineStart + line.pos;
    const marks: Element[] = [];
    const ends = () => (kind.end ? kind.end.test(rest()) : rest().trim() === "");
    let within = true;
    while (within && !ends() && cx.nextLine()) {
      within = staysInside(cx, line);
      if (within) append(marks, line.markers);
    }
    // The line with the end belongs to the block; a blank line does not.
    if (within && kind.end) cx.nextLine();
    cx.addElement(cx.elt(kind.node, from, cx.prevLineEnd(), marks));
    return true;
  },
};

/** Whether the line is still in all containers of the block. */
export function staysInside(cx: BlockContext, line: Line): boolean {
  return depthOf(line) >= cx.depth;
}
