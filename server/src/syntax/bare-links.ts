import { Autolink, type Element, type InlineContext, type MarkdownConfig } from "@lezer/markdown";
import { type Grammar, MARK_STARTERS } from "./grammar.js";

/**
 * Addresses without brackets, as GitHub has them, up to the first mark of ours in them: `https://x.example/a[internal: b]`
 * is an address and a comment.
 */
export function bareLinks(grammar: Grammar): MarkdownConfig {
  return {
    parseInline: (Autolink.parseInline ?? []).map((reader) => ({
      ...reader,
      parse(cx, next, pos) {
        let link: Element | undefined;
        const addElement = (element: Element) => {
          link = element;
          return element.to;
        };
        const end = reader.parse(Object.create(cx, { addElement: { value: addElement } }), next, pos);
        if (!link) return end;
        const mark = markIn(grammar, cx, link.from, link.to);
        return cx.addElement(mark === undefined ? link : cx.elt("URL", link.from, mark));
      },
    })),
  };
}

/** Where the first mark begins that begins between two places. */
function markIn(grammar: Grammar, cx: InlineContext, from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at++) {
    const code = cx.char(at);
    if (!MARK_STARTERS.has(code) || code === 58) continue;
    if (grammar.markAt(cx.text, at - cx.offset, cx.text.length, false)) return at;
  }
  return undefined;
}
