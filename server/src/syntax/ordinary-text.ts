import type { InlineContext, MarkdownConfig } from "@lezer/markdown";
import { MARK_STARTERS } from "./grammar.js";

/** Characters at which something inline can begin in Markdown, footnotes or our own marks. */
const STARTERS = table([..."\\&`<*_[]!~"].map((sign) => sign.charCodeAt(0)).concat([...MARK_STARTERS]));
/** The first letters of `www.`, `http:`, `mailto:` and `xmpp:`; an address of mail can begin with any of the others. */
const LINK = table([..."whmx"].map((sign) => sign.charCodeAt(0)));
const WORD = table(
  Array.from({ length: 128 }, (_, code) => code).filter((code) => /\w/.test(String.fromCharCode(code))),
);
const MAIL = table(
  Array.from({ length: 128 }, (_, code) => code).filter((code) => /[\w.+-]/.test(String.fromCharCode(code))),
);
const NONE = table([]);

/** Without one of these a text has no bare link. */
const LINK_PARTS = ["www.", "://", "mailto:", "xmpp:"];

/**
 * Takes the parser over text in which nothing inline can begin, a stretch at a time: else it asks all its readers at
 * every character, which is most of what parsing costs. Comes first among the readers.
 */
export function ordinaryText(): MarkdownConfig {
  let reading: InlineContext | undefined;
  let links = NONE;
  return {
    parseInline: [
      {
        name: "OrdinaryText",
        before: "Escape",
        parse(cx, next, pos) {
          if (reading !== cx) {
            reading = cx;
            const { text } = cx;
            links = text.includes("@") ? MAIL : LINK_PARTS.some((part) => text.includes(part)) ? LINK : NONE;
          }
          const at = pos - cx.offset;
          if (begins(cx.text, at, next, links)) return -1;
          return nextStart(cx.text, at + 1, links) + cx.offset;
        },
      },
    ],
  };
}

function nextStart(text: string, from: number, links: Uint8Array): number {
  let at = from;
  while (at < text.length && !begins(text, at, text.charCodeAt(at), links)) at++;
  return at;
}

function begins(text: string, at: number, code: number, links: Uint8Array): boolean {
  if (code > 127) return MARK_STARTERS.has(code);
  if (STARTERS[code] === 1) return true;
  // Two blanks at the end of a line break it.
  if (code === 32) return text.charCodeAt(at + 1) === 32;
  return links[code] === 1 && !(at > 0 && WORD[text.charCodeAt(at - 1)] === 1);
}

function table(codes: readonly number[]): Uint8Array {
  const all = new Uint8Array(128);
  for (const code of codes) if (code < 128) all[code] = 1;
  return all;
}
