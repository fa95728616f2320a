import { describe, expect, it } from "vitest";
import { assetsOf, localPath, mayHoldComments } from "../../server/src/publish/assets.js";
import {
  htmlMarker,
  isUsableMarker,
  markdownMarker,
  writtenMarker,
} from "../../server/src/publish/marker.js";
import { analyseText } from "../support/publish.js";

describe("the marker", () => {
  it.each([
    ["<Redacted comments>", "\\<Redacted comments>"],
    ["[withheld]", "\\[withheld\\]"],
    [
      "a_b *c* `d` ~e~ {f} %g% $h$ i|j & k",
      "a\\_b \\*c\\* \\`d\\` \\~e\\~ \\{f} \\%g\\% \\$h\\$ i\\|j \\& k",
    ],
    ["# withheld # here", "\\# withheld # here"],
    [":::", "\\:::"],
    ["- withheld - here", "\\- withheld - here"],
    ["12. withheld", "12\\. withheld"],
    ["1) withheld 2) here", "1\\) withheld 2) here"],
    ["no. 1. here", "no. 1. here"],
    ["1234567890. withheld", "1234567890. withheld"],
    ["\\", "\\\\"],
  ])("is plain text in Markdown: %s", (marker, expected) => expect(markdownMarker(marker)).toBe(expected));

  it("is plain text in HTML", () => {
    expect(htmlMarker('<a b="c"> & <d>&')).toBe("&lt;a b=&quot;c&quot;&gt; &amp; &lt;d&gt;&amp;");
  });

  it("is written as the copy needs it", () => {
    expect((["md", "html", "txt"] as const).map((format) => writtenMarker("<x>", format))).toEqual([
      "\\<x>",
      "&lt;x&gt;",
      "<x>",
    ]);
  });

  const usable = (marker: string) => isUsableMarker(marker, (text) => analyseText(text, "markdown"));
  it.each(["<Redacted comments>", "[withheld]", "—", "1."])("may be %s", (marker) =>
    expect(usable(marker)).toBe(true),
  );
  it.each(["", " \t", "a\nb", "a\rb", "[internal: a]", "</internal>", "<!-- a -->", "a <<}", "a %% b"])(
    "may not be %j",
    (marker) => expect(usable(marker)).toBe(false),
  );
});

describe("files beside the report", () => {
  it.each([
    ["plan.png", "plan.png"],
    ["./a//b/./plan.png", "a/b/plan.png"],
    ["a\\\\b.png", "a/b.png"],
    ["my%20plan.png?x=1#y", "my plan.png"],
    ["plan\\(1\\).png#a?b", "plan(1).png"],
    ["100%.png", "100%.png"],
    ["a:b/c", undefined],
    ["1:b", undefined],
    ["http://a.example/b.png", undefined],
    ["HTTPS:b.png", undefined],
    ["data:image/png;base64,AA", undefined],
    ["/etc/passwd", undefined],
    ["//a.example/b", undefined],
    ["\\\\host\\share", undefined],
    ["#a", undefined],
    ["?a", undefined],
    ["", undefined],
    ["./", undefined],
    ["../plan.png", undefined],
    ["a/../../plan.png", undefined],
    ["a%2F..%2F..%2Fplan.png", undefined],
    ["a/.git/config", undefined],
    ["a%00b", undefined],
    ["a%7F", undefined],
    ["NUL", undefined],
    ["a/con.png", undefined],
    ["com1%20.png", undefined],
    ["lpt\u00b3", undefined],
    ["conout$", undefined],
    ["icon.png", "icon.png"],
    ["con-plan/com.png", "con-plan/com.png"],
    ["plan.", undefined],
    ["plan%20/a.png", undefined],
    ["a. b.png", "a. b.png"],
    ["a%3Ab", undefined],
  ])("%j is %j", (target, expected) => expect(localPath(target)).toBe(expected));

  it("are told once each, with their first place", () => {
    const text = [
      "---\nwebsite: no.png\n---",
      "[a](a.pdf) ![b](<b c.png>) [again](a.pdf) [far](http://a.example)",
      "[r]\n\n[r]: r.txt",
      "<img src=\"d.png\"> <img alt=x src='e.png'> <a href=f.zip>f</a>",
      "<video poster = g.jpg src=a.pdf></video> <object data=h.svg></object>",
      "<div>\n<img data-src2=x src=i.png>\n</div>",
      '<div>\n<img src="no.png>\n</div>',
      "`![c](code.png)`",
    ].join("\n\n");
    const assets = assetsOf(analyseText(text, "markdown").syntax);
    expect(assets.map(({ path, from, to }) => [path, text.slice(from, to)])).toEqual([
      ["a.pdf", "a.pdf"],
      ["b c.png", "<b c.png>"],
      ["r.txt", "r.txt"],
      ["d.png", 'src="d.png"'],
      ["e.png", "src='e.png'"],
      ["f.zip", "href=f.zip"],
      ["g.jpg", "poster = g.jpg"],
      ["h.svg", "data=h.svg"],
      ["i.png", "src=i.png"],
    ]);
    expect(assets[0]).toMatchObject({ from: text.indexOf("a.pdf") });
  });

  it.each([
    "a.md",
    "b.Markdown",
    "c.txt",
    "d.html",
    "e.htm",
    "f.xhtml",
    "g.yaml",
    "h.yml",
    "i.json",
    "j.rst",
  ])("%s may hold comments", (path) => expect(mayHoldComments(path)).toBe(true));
  it.each(["a.png", "b.pdf", "md", "a.md.zip", "a.html/b.png"])("%s does not", (path) =>
    expect(mayHoldComments(path)).toBe(false),
  );
});
