import fc from "fast-check";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { saysTripReport } from "../../client/src/says-trip-report.js";
import { tripReportPreview } from "../../server/src/preview/plugin.js";
import { textOf } from "../../server/src/publish/html-tree.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { arbitraryInsert, arbitraryReport } from "../support/arbitrary-report.js";

/** The options that the editor's preview renders with. */
const options = { html: true, linkify: true };

/** A text as HTML, as the editor's preview renders it. */
function rendered(text: string, format: Format = "markdown"): string {
  return tripReportPreview(new MarkdownIt(options), () => ({ format }))
    .render(text)
    .trimEnd();
}

/** Expects what a report is rendered to; line breaks between tags, titles and labels are left out. */
function checkPreview(report: string, expected: string, format?: Format): void {
  const short = rendered(report, format)
    .replace(/ title="[^"]*"/g, "")
    .replace(/ data-trip-report-(?:label|audience)="[^"]*"/g, "")
    .replaceAll("trip-report-", "")
    .replace(/>\n+</g, "><");
  expect(short).toBe(expected);
}

const linkTo = (address: string) => `<a href="${address}">${address}</a>`;

describe("the preview", () => {
  it("tints a container and leaves its fences out", () =>
    checkPreview(
      "before\n:::internal\na **b**\n\n- c\n:::\nbehind",
      '<p>before</p><div class="internal narrowest"><p>a <strong>b</strong></p><ul><li>c</li></ul></div><p>behind</p>',
    ));
  it("says whom a comment is for", () =>
    expect(rendered("a [internal company: b] c")).toBe(
      '<p>a <span class="trip-report-internal trip-report-middle" data-trip-report-audience="company" title="Internal: for company" data-trip-report-label="Internal · company"> b</span> c</p>',
    ));
  it("keeps tags nested where a comment crosses them", () =>
    checkPreview(
      "**a [internal: b** c] d",
      '<p><strong>a <span class="internal narrowest"> b</span></strong><span class="internal narrowest"> c</span> d</p>',
    ));
  it("tints a callout and what is narrower in it", () =>
    checkPreview(
      "> [!INTERNAL company]\n> a [internal: b] c",
      '<div class="internal middle"><blockquote><p>a <span class="internal narrowest"> b</span> c</p></blockquote></div>',
    ));
  it("tints items and rows without breaking their list or table", () =>
    checkPreview(
      "- a\n- <internal>\n  b\n  </internal>\n",
      '<ul><li>a</li><li><div class="internal narrowest">b</div></li></ul>',
    ));
  it("finds comments in the cells of a table", () =>
    checkPreview(
      "|a|b|\n|-|-|\n|c|d [internal: e]|\n",
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d <span class="internal narrowest"> e</span></td></tr></tbody></table>',
    ));
  it("tints the body of an internal section, and shows its attributes nowhere", () =>
    checkPreview(
      "# R\n\n## Expo floor {.internal audience=company}\n\na\n\n## B\n\nb",
      '<h1>R</h1><h2>Expo floor  <span class="kind">expo</span></h2><div class="internal middle"><p>a</p></div><h2>B</h2><p>b</p>',
    ));
  it("shows the words of an internal HTML comment, escaped", () => {
    checkPreview(
      "<!-- internal: <img src=x onerror=alert(1)>\n**b** -->\n",
      '<div class="internal narrowest"><p>&lt;img src=x onerror=alert(1)&gt;<br>\n**b**</p></div>',
    );
    checkPreview(
      "a <!-- internal: <script>x</script> --> b",
      '<p>a <span class="internal narrowest">&lt;script&gt;x&lt;/script&gt;</span> b</p>',
    );
  });
  it("hides other HTML comments as before", () => checkPreview("a <!-- b --> c", "<p>a <!-- b --> c</p>"));
  it("shows redacted markers as bars in every spelling", () => {
    const bar = (words: string) => `<span class="redacted">${words}</span>`;
    checkPreview("a\n\n<Redacted comments>\n\nb", `<p>a</p><p>${bar("Redacted comments")}</p><p>b</p>`);
    checkPreview(
      "a \\<redacted comments> (redacted) ███",
      `<p>a ${bar("redacted comments")} ${bar("redacted")} ${bar("███")}</p>`,
    );
  });
  it("marks what is left to do", () =>
    checkPreview(
      "- TODO ask\n- [x] sent\n",
      '<ul><li><span class="to-do">TODO</span> ask</li><li><span class="done">[x]</span> sent</li></ul>',
    ));
  it("shows marks that are wrong as they are written", () =>
    checkPreview(
      "a [intenral: b] c [internal: d",
      '<p>a <span class="internal narrowest"><span class="wrong">[intenral:</span> b</span> c <span class="internal narrowest"><span class="wrong">[internal:</span> d</span></p>',
    ));
  it("leaves code as it is", () => checkPreview("`[internal: a]` b", "<p><code>[internal: a]</code> b</p>"));
  it("escapes whatever the audience is called", () =>
    expect(
      tripReportPreview(new MarkdownIt(options), () => ({
        format: "markdown",
        settings: { audiences: ['"><script>', "public"], words: ["internal"], kinds: {} },
      })).render("[internal: a]"),
    ).not.toContain("<script>"));
  it("links addresses in long texts, and none that is longer than any address", () => {
    const short = "http://a.example/b";
    const long = `http://a.example/${"b".repeat(3000)}`;
    const link = linkTo(short);
    const words = "word ".repeat(1000);
    checkPreview(`${short} ${words}${short}`, `<p>${link} ${words}${link}</p>`);
    const bare = linkTo("//a.example");
    checkPreview(`//a.example ${words}//a.example`, `<p>${bare} ${words}${bare}</p>`);
    checkPreview(
      `${short} ${long} //a.example/${long} ${short}`,
      `<p>${link} ${long} //a.example/${long} ${link}</p>`,
    );
    checkPreview(`*${long}* x`, `<p><em>${long}</em> x</p>`);
    checkPreview(`[${long}](b)`, `<p><a href="b">${long}</a></p>`);
  });
  it("shows lists of any length", () =>
    expect(rendered("- a\n".repeat(40_000)).split("<li>")).toHaveLength(40_001));
  it("keeps the source's lines, which scrolling follows", () => {
    const md = tripReportPreview(new MarkdownIt(options), () => ({ format: "markdown" }));
    const lines = md
      .parse(":::internal\na\n:::\n\nb\n\n- c\n", {})
      .filter(({ map, nesting, type }) => map && nesting === 1 && type === "paragraph_open")
      .map(({ map }) => map?.[0]);
    expect(lines).toEqual([1, 4, 6]);
  });
  it("reads plain text by its own rules", () =>
    checkPreview(
      "Harbour Days\n\nKeynote (Ada Brook)\n\na [internal: b]\n",
      '<p>Harbour Days</p><p>Keynote (Ada Brook) <span class="kind">keynote</span></p><p>a <span class="internal narrowest"> b</span></p>',
      "plain-text",
    ));
});

describe("an internal word", () => {
  const forms = {
    container: ":::internal\nsecret **secret**\n:::",
    callout: "> [!INTERNAL]\n> secret",
    inline: "open [internal: a *secret* b] open",
    tag: "open <internal>secret</internal> open",
    "tag around blocks": "<internal>\n\nsecret\n\n- secret\n\n</internal>",
    "HTML comment": "<!-- internal: secret -->",
    "HTML comment in a sentence": "open <!-- internal: secret --> open",
    CriticMarkup: "open {>>secret<<} open",
    Obsidian: "%%\nsecret\n%%",
    unclosed: "open [internal: secret",
    misspelt: ":::internla\nsecret\n:::",
    section: "# R\n\n## A {.internal}\n\nsecret\n\n### B secret\n\n|secret|\n|-|\n|secret|",
  };
  const places: Readonly<Record<string, (text: string) => string>> = {
    "by itself": (text) => text,
    "in a quote": (text) => text.replace(/^/gm, "> "),
    "in a list": (text) => `- a\n- ${text.replace(/\n/g, "\n  ")}\n- b`,
    "below a paragraph": (text) => `a\n${text}\n\nb`,
    "with CRLF": (text) => text.replace(/\n/g, "\r\n"),
  };
  for (const [form, text] of Object.entries(forms))
    for (const [place, put] of Object.entries(places)) {
      // Headings in quotes and lists are no sections.
      if (form === "section" && / (?:quote|list)$/.test(place)) continue;
      it(`is marked as one: ${form} ${place}`, () => {
        const html = rendered(put(text));
        expect(html).toContain("secret");
        expect(textOf(withoutInternal(fromHtml(html, { fragment: true })))).not.toContain("secret");
      });
    }
});

/** A page's tree without its internal parts. */
function withoutInternal<T extends Nodes>(node: T): T {
  if (!("children" in node)) return node;
  const children = (node.children as Nodes[]).filter(
    (child) =>
      !(child.type === "element" && String(child.properties.className).includes("trip-report-internal")),
  );
  return { ...node, children: children.map(withoutInternal) };
}

describe("texts that are no reports", () => {
  const plain = new MarkdownIt(options);
  const extended = tripReportPreview(new MarkdownIt(options), (text) =>
    saysTripReport(text) ? { format: "markdown" } : undefined,
  );
  it("are rendered byte for byte as without the plugin", () => {
    fc.assert(
      fc.property(
        arbitraryReport.filter((text) => !saysTripReport(text)),
        (text) => {
          expect(extended.render(text)).toBe(plain.render(text));
        },
      ),
      { numRuns: 200 },
    );
    const long = `http://a.example/${"b".repeat(3000)}`;
    expect(extended.render(long)).toBe(plain.render(long));
    expect(extended.render("---\ntype: trip-report\n---\n[internal: a]")).toContain("trip-report-internal");
  });
});

describe("any report", () => {
  it("looks the same after an edit as when it is opened", () => {
    const md = tripReportPreview(new MarkdownIt(options), () => ({ format: "markdown" }));
    fc.assert(
      fc.property(arbitraryReport, arbitraryInsert, fc.nat(100), (text, insert, at) => {
        md.render(text);
        const edited = text.slice(0, at) + insert + text.slice(at);
        expect(md.render(edited).trimEnd()).toBe(rendered(edited));
      }),
      { numRuns: 200 },
    );
  });
  it("is rendered to tags that nest", () => {
    fc.assert(
      fc.property(arbitraryReport, (text) => {
        const md = tripReportPreview(new MarkdownIt({ ...options, html: false }), () => ({
          format: "markdown",
        }));
        const open: string[] = [];
        for (const [, end, name] of md.render(text).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
          if (/^(?:br|hr|img|input)$/.test(name!)) continue;
          if (end === "") open.push(name!);
          else expect(open.pop()).toBe(name);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
