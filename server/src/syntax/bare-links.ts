import { Autolink, type Element, type InlineParser } from "@lezer/markdown";
import { type Grammar, MARK_STARTERS } from "./grammar.js";
import { InlineReader } from "./inline-reader.js";

/**
 * Addresses without brackets, as GitHub has them, up to the first mark of ours in them: `https://x.example/a[internal: b]`
 * is an address and a comment.
 */
export function bareLinks(grammar: Grammar): InlineParser {
  return {
    name: "Autolink",
    parse(cx, next, pos) {
      if (!(cx instanceof InlineReader)) return -1;
      const link = addressAt(cx, next, pos);
      if (!link) return -1;
      return cx.addElement(cx.elt("URL", link.from, markIn(grammar, cx, link) ?? link.to));
    },
  };
}

/** What the parser's own reader finds besides: addresses of mail and of chat. */
const OTHERS = /[\w.+-]{1,100}@|mailto:|xmpp:/y;

/** Those of mail are left to the parser's own reader, which looks at few characters for them. */
function addressAt(cx: InlineReader, next: number, pos: number): { from: number; to: number } | undefined {
  const web = next === 119 || next === 104 ? cx.addresses.end(pos - cx.offset, cx.hasOpenLink) : undefined;
  if (web !== undefined) return web < 0 ? undefined : { from: pos, to: web + cx.offset };
  OTHERS.lastIndex = pos - cx.offset;
  if (!OTHERS.test(cx.text)) return undefined;
  let mail: Element | undefined;
  const addElement = (element: Element) => {
    mail = element;
    return element.to;
  };
  Autolink.parseInline![0]!.parse(Object.create(cx, { addElement: { value: addElement } }), next, pos);
  return mail;
}

/** Where the first mark begins that begins between two places. */
function markIn(grammar: Grammar, cx: InlineReader, link: { from: number; to: number }): number | undefined {
  for (let at = link.from + 1; at < link.to; at++) {
    const code = cx.char(at);
    if (!MARK_STARTERS.has(code) || code === 58) continue;
    if (grammar.markAt(cx.text, at - cx.offset, cx.text.length, false)) return at;
  }
  return undefined;
}
