import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorsOf } from "../../server/src/links/anchors.js";
import { linkText } from "../../server/src/links/link-text.js";
import { type MarkdownToken, MarkdownTokens } from "../../server/src/links/markdown-tokens.js";
import { slugger } from "../../server/src/links/slugger.js";
import { analyse } from "../support/check.js";
import { copyOf } from "../support/publish.js";

/** The anchors that links in a report can name, in the order of its headings; repeated ones are numbered. */
function anchors(report: string): string[] {
  const { syntax, text } = analyse(report);
  const names = anchorsOf(syntax).map(({ name, heading }) => ({ name, line: text.lineAt(heading) }));
  const used = new Map<string, number>();
  return headings(new MarkdownTokens().read(linkText(syntax), names)).map((words) => {
    const { value } = slugger.fromHeading(words);
    const count = used.get(value) ?? 0;
    used.set(value, count + 1);
    return count === 0 ? value : `${value}-${count}`;
  });
}

function headings(tokens: readonly MarkdownToken[]): string[] {
  const words = ({ children, type, content }: MarkdownToken): string =>
    children ? children.map(words).join("") : /^(?:text|code_inline)$/.test(type) ? content : "";
  return tokens.flatMap((token, index) => (token.type === "heading_open" ? [words(tokens[index + 1]!)] : []));
}

/** The anchors of the published page. */
function published(report: string): string[] {
  const page = copyOf(report, { to: "html", audience: "team", fragment: true });
  return [...page.matchAll(/<h[1-6] id="([^"]*)"/g)].map(([, id]) => id!);
}

/** Checks that links in a report and its published page call the headings the same. */
function checkAnchors(report: string, expected: readonly string[]): void {
  expect(anchors(report)).toEqual(expected);
  expect(published(report)).toEqual(expected);
}

describe("the anchors of headings", () => {
  it("are those of the page", () =>
    checkAnchors("# My trip\n\n## What's *next*, C++?\n", ["my-trip", "whats-next-c"]));
  it("have no attributes", () => checkAnchors("## Opening (Ada Brook) {.keynote}\n", ["opening-ada-brook"]));
  it("count on", () => checkAnchors("## A\n\n## A\n\n## A {.panel}\n", ["a", "a-1", "a-2"]));
  it("keep letters of every script", () =>
    checkAnchors("## Größe über alles\n\n## 主题演讲\n", ["größe-über-alles", "主题演讲"]));
  it("are none of the front matter's", () => checkAnchors("---\ntitle: a\n---\n\n## B\n", ["b"]));
  it("keep code and underlines", () =>
    checkAnchors("## `go_test` run\n\nLater\n-----\n", ["go_test-run", "later"]));
  it("have the words of comments, where the copy has them", () =>
    checkAnchors("## Booth [internal: dull]\n", ["booth-internal-dull"]));

  it("are also the names that headings give themselves", () => {
    expect(anchors("## Talks {#all-talks .group}\n\n## B\n")).toEqual(["talks", "b", "all-talks"]);
    expect(copyOf("## Talks {#all-talks}\n", { to: "html", fragment: true })).toContain('<a id="all-talks">');
  });

  it("come once where a heading gives itself the name that it has", () => {
    expect(anchors("## Talks {#talks}\n")).toEqual(["talks"]);
  });

  it("are those of the page for headings of all kinds of words", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9ÄÖäöß.,:;!?'()+/-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (lines) => {
        const report = lines.map((words) => `## x${words.join(" ")}\n`).join("\n");
        expect(anchors(report)).toEqual(published(report));
      }),
    );
  });
});
