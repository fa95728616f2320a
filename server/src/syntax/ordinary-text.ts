import type { InlineContext, MarkdownConfig } from "@lezer/markdown";

/** What something inline can begin with in Markdown, footnotes or our own marks. Two blanks at the end of a line break it. */
const STARTS = "[\\\\&`<*_[\\]~{█]|!\\[|\\((?=[rR])|%%|::| {2}";
/** Besides, the first letters of `www.`, `http:`, `mailto:` and `xmpp:`, and those of an address of mail. */
const ORDINARY = new RegExp(STARTS, "g");
const WITH_LINKS = new RegExp(`${STARTS}|(?<!\\w)[whmx]`, "g");
const WITH_MAIL = new RegExp(`${STARTS}|(?<!\\w)[\\w.+-]`, "g");

/** Without one of these a text has no bare link. */
const LINK_PARTS = /www\.|:\/\/|mailto:|xmpp:/;

/**
 * Takes the parser over text in which nothing inline can begin, a stretch at a time: else it asks all its readers at
 * every character, which is most of what parsing costs. Comes first among the readers.
 */
export function ordinaryText(): MarkdownConfig {
  let reading: InlineContext | undefined;
  let starts = ORDINARY;
  /** Where the next start stands, as far as it is known. */
  let next = -1;
  return {
    parseInline: [
      {
        name: "OrdinaryText",
        before: "Escape",
        parse(cx, _, pos) {
          const { text } = cx;
          const at = pos - cx.offset;
          if (reading !== cx) {
            reading = cx;
            starts = text.includes("@") ? WITH_MAIL : LINK_PARTS.test(text) ? WITH_LINKS : ORDINARY;
            next = -1;
          }
          if (next < at) {
            starts.lastIndex = at;
            next = starts.exec(text)?.index ?? text.length;
          }
          return next === at ? -1 : next + cx.offset;
        },
      },
    ],
  };
}
