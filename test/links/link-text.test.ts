import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkText } from "../../server/src/links/link-text.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";

/** Checks what a reader of links is shown of a report. */
function checkLinkText(report: string, expected: string): void {
  expect(linkText(analyse(report).syntax)).toBe(expected);
}

describe("the text that links are looked for in", () => {
  it("is the report's where nothing is only a report's", () => {
    const text = "# A\n\n[b](c.md) and [d][e], ![f](g.png)\n\n[e]: <h i.md>\n";
    checkLinkText(text, text);
  });

  it("has no front matter, which Markdown would take for a heading", () => {
    checkLinkText("---\ntitle: a\n---\n# B\n", "   \n        \n   \n# B\n");
  });

  it("has no attributes of headings", () => {
    checkLinkText("## A {.keynote #b}\n\nText {.keynote}\n", "## A              \n\nText {.keynote}\n");
  });

  it("has no brackets that are comments, markers, footnotes, tasks or alerts", () => {
    checkLinkText(
      "[internal: a [b](c.md) d] [redacted] e[^1]\n\n- [ ] f\n- [x] g\n\n> [!NOTE]\n> h\n\n[^1]: i\n",
      "{internal: a [b](c.md) d} {redacted} e{^1}\n\n- { } f\n- {x} g\n\n> {!NOTE}\n> h\n\n{^1}: i\n",
    );
  });

  it("keeps a comment that is a link as well", () => {
    const text = "See [internal: the deck](deck.md).\n";
    checkLinkText(text, text);
  });

  it("has no bracket of a comment that never closes", () => {
    checkLinkText("A [internal: b\n", "A {internal: b\n");
  });

  it("has each link on one line", () => {
    checkLinkText("A [b\nc](d.md) e\nf ![g\r\nh](i.png)\n", "A [b c](d.md) e\nf ![g  h](i.png)\n");
  });

  it("is as long as the report, and every character that stays is at its place", () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const shown = linkText(analyse(report).syntax);
        expect(shown.length).toBe(report.length);
        for (let at = 0; at < shown.length; at++)
          if (shown[at] !== report[at]) expect(" {}").toContain(shown[at]);
      }),
    );
  });
});
