import { describe, expect, it } from "vitest";
import { copyOf } from "../support/publish.js";

const html = (text: string) => copyOf(text, { to: "html", fragment: true });
const text = (source: string) => copyOf(source, { to: "txt" });

describe("HTML", () => {
  it("is a whole page with a language, a title, and a bar that says what it is", () => {
    const page = copyOf("---\nlang: de\ntitle: Tagung <1>\nevent: E\n---\n\na [internal: s]\n", {
      to: "html",
    });
    expect(page).toMatch(/^<!doctype html>\n<html lang="de">/);
    expect(page).toContain("<title>Tagung &lt;1&gt;</title>");
    expect(page).toContain("<h1>Tagung &lt;1></h1>");
    expect(page).toContain("<dt>Event</dt><dd>E</dd>");
    expect(page).toContain('<span class="redacted">&lt;Redacted comments&gt;</span>');
  });

  it("runs and fetches nothing", () => {
    const out = html(
      [
        "<script>alert(1)</script> <img src=x onerror=alert(1)> <iframe src=//e></iframe> <b onclick=x style=y>b</b>",
        '![far](http://e/i.png "t") ![near](i.png) <img src="//e/i.png" alt="away"> <picture><source srcset=//e/i></picture>',
        "[j](javascript:alert(1)) <a href='javascript:x'>k</a> <link rel=stylesheet href=//e> <style>@import '//e'</style>",
        "<svg onload=x><image href=//e/></svg> <video src=//e></video> <object data=//e></object> <base href=//e>",
      ].join("\n\n"),
    );
    expect(out).not.toMatch(
      /<(?:script|iframe|link|style|svg|video|object|base|picture|source)\b|\son\w+=|style=/i,
    );
    expect(out).not.toMatch(/src="(?:https?:)?\/\//);
    expect(out).not.toMatch(/href="javascript/i);
    expect(out).toContain('<a href="http://e/i.png" title="t">far</a> <img src="i.png" alt="near">');
  });

  it.each([
    ["![](http://e/i.png)", '<a href="http://e/i.png">http://e/i.png</a>'],
    ["[![a](http://e/i.png)](u)", '<a href="u">a</a>'],
    ["![a](ftp://e/i.png)", "a"],
    ['b <img alt="a">', "b a"],
    ['b <img src="//e/i.png"> c', "b  c"],
    ["![a](i.png)", '<img src="i.png" alt="a">'],
    ["<tt>a</tt> <strike>b</strike>", "<code>a</code> <s>b</s>"],
  ])("makes of %s what fetches nothing", (source, expected) =>
    expect(html(source)).toBe(`<p>${expected}</p>\n`),
  );

  it("says the facts that are known, and no others", () => {
    const page = copyOf(
      "---\ntitle: T\nevent:\nlocation: B\nauthors: [{ name: Ada, affiliation: Elm }, Bo]\n---\n\na\n",
      {
        to: "html",
      },
    );
    expect(page).toContain("<dd>Ada (Elm), Bo</dd>");
    expect(page).not.toContain("<dt>Event</dt>");
  });

  it("marks up the time that a heading means, whatever number is before it", () => {
    expect(html("# T\n\n## 2 boats, 9:30 (Ada Brook)\n\na\n")).toContain(
      '2 boats, <time datetime="09:30">9:30</time>',
    );
  });

  it("shows words in angle brackets that are no tags, and bare markers", () => {
    expect(html("what they <think> is <redacted comments> or <b>not</b>\n")).toBe(
      '<p>what they &lt;think> is <span class="redacted">&lt;redacted comments&gt;</span> or <b>not</b></p>\n',
    );
  });

  it("has footnotes, tables, tasks and anchors", () => {
    const out = html("# A b\n\n- [x] c[^1]\n\n| d |\n|:-:|\n| e |\n\n[^1]: f\n");
    expect(out).toContain('<h1 id="a-b">A b</h1>');
    expect(out).toContain("<li>☑ c<sup>");
    expect(out).toContain('<td style="text-align:center">e</td>');
    expect(out).toContain('<li id="fn1"');
  });

  it("makes paragraphs, lists and headings of plain text, and no markup", () => {
    const out = copyOf("Notes\n\nKeynote (Ada Brook)\n\n• *a* <b>\n• c [internal: s]\n", {
      to: "html",
      fragment: true,
      source: "plain-text",
    });
    expect(out).toContain("<li>*a* &lt;b></li>");
    expect(out).toContain(`Keynote <span class="speakers">(Ada Brook)</span></h2>`);
    expect(out).toContain('<li>c <span class="redacted">');
  });
});

describe("text", () => {
  it.each([
    ["<table><caption>c</caption><tr><td>a</td><td>b</td></tr></table>", "c\na | b\n"],
    ["<ul>a<li>b</li></ul>", "a\n- b\n"],
    ["![](q.png) b", "<q.png> b\n"],
  ])("of %s", (source, expected) => expect(text(source)).toBe(expected));

  it("reads as a mail", () => {
    expect(
      text(
        "# A & *b*\n\n## C\n\n- d [e](http://e)\n  1. f\n- g\n\n> h\n\n```\ni  j\n```\n\n| k | l |\n|---|---|\n| m | n |\n\n<http://o> ![p](q.png) [internal: s]\n",
      ),
    ).toBe(
      "A & b\n=====\n\nC\n---\n\n- d e <http://e>\n  1. f\n- g\n\n> h\n\n    i  j\n\nk | l\nm | n\n\nhttp://o [p] <q.png> <Redacted comments>\n",
    );
  });
});
