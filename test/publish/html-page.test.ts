import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { datesInWords } from "../../server/src/publish/html-page.js";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "../../server/src/publish/html-styles.js";
import { checkHtml } from "../support/check-html.js";
import { copyOf } from "../support/publish.js";

const page = (text: string) => copyOf(text, { to: "html" });
const fragment = (text: string) => copyOf(text, { to: "html", fragment: true });
const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), "utf8");

const DAYS = `---
title: Pier Days
dates: 2024-06-04/2024-06-05
website: https://pier.example/2024
---

# Pier Days

## Tuesday

### 9:30 Opening Keynote: Slow boats (Ada Brook, Pier Co)

Fine. [internal: their dinghy leaks]

### 14:05–15:00 Knots [internal: the dull one] revisited | Ben Tarn (Quay)

## Wednesday

### Ada Brook: Fast boats

| a | b |
|:-:|--:|
| 1 | 2 |

Note[^1].

[^1]: Foot.
`;

describe("the page of a report", () => {
  it("is valid HTML, and so is its fragment", () => {
    for (const text of [DAYS, example("two-day-conference.trip.md"), example("training.trip.md")]) {
      checkHtml(page(text));
      checkHtml(fragment(text));
    }
    checkHtml(copyOf(example("one-day-event.txt"), { to: "html", source: "plain-text" }));
  });

  it("stays valid with markup of former times in the report", () => {
    checkHtml(
      page(
        '# A\n\n<tt>a</tt> <strike>b</strike> <img src="i.png">\n\n<table border=1 cellpadding=2><tr><td align=right>c</table>\n\n<p id=x>d</p><p id=x>e</p>\n',
      ),
    );
  });

  it("has days and sessions as sections, with times and speakers marked up and every word in its place", () => {
    const html = fragment(DAYS);
    expect(html).toContain(
      '<section class="group"><h2 id="tuesday"><time datetime="2024-06-04">Tuesday</time></h2>',
    );
    expect(html).toContain(
      '<section class="keynote"><h3 id="930-opening-keynote-slow-boats-ada-brook-pier-co"><time datetime="09:30">9:30</time> Opening Keynote: Slow boats <span class="speakers">(Ada Brook, Pier Co)</span></h3>',
    );
    expect(html).toContain('<time datetime="14:05">14:05</time>–15:00 Knots');
    expect(html).toContain('<span class="speaker">Ada Brook</span>: Fast boats');
    expect(html.match(/<section/g)?.length).toBe(html.match(/<\/section>/g)?.length);
  });

  it("makes a heading of a bold line that opens a section", () => {
    const html = fragment(
      "# T\n\n## Talks\n\n**A. Keynote: Jane Doe**\n\nText.\n\n**B. Keynote: Max Roe**\n\nMore.\n",
    );
    expect(html).toMatch(/<h3>A\. Keynote: <span class="speakers?">Jane Doe<\/span><\/h3>/);
  });

  it("has a table of contents, made of the copy alone", () => {
    const html = page(DAYS);
    const contents = /<nav[\s\S]*<\/nav>/.exec(html)?.[0] ?? "";
    expect(contents).toContain('<a href="#tuesday"><time datetime="2024-06-04">Tuesday</time></a>');
    expect(contents).toContain("Slow boats");
    expect(contents).toContain('<span class="redacted">');
    expect(html).not.toMatch(/dull|dinghy/);
    for (const [, id] of contents.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(` id="${decodeURIComponent(id!)}"`);
    expect(page("# A\n\n## B\n\nc\n")).not.toContain("<nav");
  });

  it("has fewer levels in its table of contents where that is long", () => {
    const entries = (days: number, talks: number) =>
      page(`# T\n${`\n## Day\n${"\n### Talk\n".repeat(talks)}`.repeat(days)}`).match(/<li>/g)?.length;
    expect(entries(4, 9)).toBe(40);
    expect(entries(4, 10)).toBe(4);
    expect(entries(41, 1)).toBe(41);
    expect(entries(1, 2)).toBe(3);
    expect(entries(2, 0)).toBeUndefined();
  });

  it("says title and facts first", () => {
    const html = page(DAYS);
    expect(html).toMatch(/<header>\n<h1 id="pier-days">Pier Days<\/h1>\n<dl>/);
    expect(html).toContain('<a href="https://pier.example/2024">');
    expect(html).toMatch(/<time datetime="2024-06-04">4\s*[–-]\s*5\sJune\s2024<\/time>/);
    expect(page("---\nwebsite: javascript:alert(1)\n---\n\na\n")).not.toContain("<a ");
  });

  it("says dates as numbers in a language that nobody knows", () => {
    expect(datesInWords("2024-06-04", "2024-06-05", "x_y")).toBe("2024-06-04 – 2024-06-05");
    expect(datesInWords("2024-06-04", "2024-06-04", "x_y")).toBe("2024-06-04");
  });

  it("shows the configured marker as a bar, whatever its signs", () =>
    expect(copyOf("a [internal: s] (cut)", { to: "html", fragment: true, marker: "(cut|$.*+?^)" })).toBe(
      '<p>a <span class="redacted">(cut|$.*+?^)</span> (cut)</p>\n',
    ));

  it("applies its own style only, and runs nothing", () => {
    const hash = createHash("sha256").update(PAGE_STYLE).digest("base64");
    expect(PAGE_STYLE_HASH).toBe(`sha256-${hash}`);
    const html = page(DAYS);
    expect(html).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(html).toContain(`style-src '${PAGE_STYLE_HASH}'`);
    expect(html).not.toMatch(/<script|\sstyle=|@import|url\(/);
    expect(PAGE_STYLE).toContain("@media print");
    expect(PAGE_STYLE).toContain("prefers-color-scheme:dark");
  });
});
