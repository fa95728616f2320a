import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "../../server/src/publish/html-tree.js";

/** Elements of a page that do something. Its own style stands in its head, where no words of a report are. */
const ACTIVE =
  /^(?:script|iframe|frame|object|embed|applet|base|link|meta|style|svg|math|video|audio|source|form|button|textarea|select|template|noscript|marquee|x-y)$/;
const ADDRESSES = [
  "href",
  "src",
  "srcSet",
  "action",
  "formAction",
  "data",
  "poster",
  "xLinkHref",
  "cite",
  "longDesc",
];

/** What in a page could run or fetch, as an HTML parser sees it. */
export function faults(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }), ({ tagName, properties }: Element) => {
    if (ACTIVE.test(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === "style" || name === "srcDoc") found.push(`${tagName} ${name}`);
      // What a browser leaves out of an address before it looks at its scheme.
      const target = String(value).replace(/[\p{Cc}\s]/gu, "");
      if (!ADDRESSES.includes(name)) continue;
      if (/^(?!https?:|mailto:|xmpp:|ircs?:)[a-z][a-z\d+.-]*:/i.test(target))
        found.push(`${tagName} ${name}=${target}`);
      if (tagName !== "a" && /^(?:[a-z]+:|[/\\]{2})/i.test(target))
        found.push(`${tagName} fetches ${target}`);
    }
  });
  return found;
}
