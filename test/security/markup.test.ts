import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { visit } from "../../server/src/publish/html-tree.js";
import { copyOf } from "../support/publish.js";
import { PAYLOADS } from "./payloads.js";

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
function faults(html: string): string[] {
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

const places: Record<string, (payload: string) => string> = {
  "as a block": (payload) => `# A\n\n${payload}\n`,
  "in a sentence": (payload) => `# A\n\nIt was ${payload} good.\n`,
  "in a heading": (payload) => `# A\n\n## ${payload}\n\na\n`,
  "in a list in a quote": (payload) => `# A\n\n> - ${payload}\n`,
  "in the title": (payload) =>
    `---\ntitle: ${JSON.stringify(payload)}\nevent: ${JSON.stringify(payload)}\n---\n\na\n`,
  "beside a comment": (payload) => `# A\n\n[internal: x] ${payload} <internal>y</internal>\n`,
};

describe("nothing of a report runs or fetches in its page", () => {
  for (const [where, report] of Object.entries(places))
    it.each(PAYLOADS)(`${where}: %j`, (payload) => {
      expect(faults(copyOf(report(payload), { to: "html", fragment: true }))).toEqual([]);
    });

  it.each(PAYLOADS)("as plain text: %j", (payload) => {
    expect(
      faults(copyOf(`A day\n\n${payload}\n`, { to: "html", fragment: true, source: "plain-text" })),
    ).toEqual([]);
  });

  it("and the list would tell, were it let through", () => {
    const told = PAYLOADS.filter((payload) => payload.startsWith("<") && faults(payload).length > 0);
    expect(told.length).toBeGreaterThan(40);
  });
});
