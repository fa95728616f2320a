import { describe, expect, it } from "vitest";
import { redact, redactComment } from "../../server/src/publish/redact.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { analyseText, COPY, copyOf } from "../support/publish.js";

const M = "\\<Redacted comments>";

/** Checks the copy with markers and the copy without; one that is not given is not checked. */
function checkCopy(name: string, source: string, marked: string, removed?: string): void {
  it(name, () => {
    expect(copyOf(source)).toBe(marked.replace(/\bM\b/g, () => M));
    if (removed !== undefined) expect(copyOf(source, { remove: true })).toBe(removed);
  });
}

describe("a block leaves a block", () => {
  checkCopy("between blank lines", "a\n\n:::internal\ns\n:::\n\nb\n", "a\n\nM\n\nb\n", "a\n\nb\n");
  checkCopy("between lines of text", "a\n:::internal\ns\n:::\nb\n", "a\n\nM\n\nb\n", "a\n\nb\n");
  checkCopy("between headings", "# T\n:::internal\ns\n:::\n## H\n", "# T\nM\n## H\n", "# T\n## H\n");
  checkCopy(
    "in an item",
    "- a\n  :::internal\n  s\n  :::\n  c\n- b\n",
    "- a\n\n  M\n\n  c\n- b\n",
    "- a\n\n  c\n- b\n",
  );
  checkCopy("as the first of items in an item", "- - [internal: s]\n  - b\n", "- - M\n  - b\n", "- - b\n");
  checkCopy("as an item", "- :::internal\n  s\n  :::\n- b\n", "- M\n- b\n", "- b\n");
  checkCopy("in a quote", "> a\n> :::internal\n> s\n> :::\n> b\n", "> a\n>\n> M\n>\n> b\n", "> a\n>\n> b\n");
  checkCopy("for a quote", "a\n\n> [!INTERNAL]\n> s\n>\n> s\n\nb\n", "a\n\nM\n\nb\n", "a\n\nb\n");
  checkCopy(
    "for a quote in a quote",
    "> a\n>\n> > [!INTERNAL]\n> > s\n>\n> b\n",
    "> a\n>\n> M\n>\n> b\n",
    "> a\n>\n> b\n",
  );
  checkCopy("around blocks", "<internal>\n\n- s\n\n</internal>\n\nc\n", "M\n\nc\n", "c\n");
  checkCopy("that begins in a sentence", "p <internal>s\n\n- s\n\ns</internal> q\n", "p M\n\nq\n");
  checkCopy("in front of text", "<internal>\ns\n</internal>\nrest\n", "M\n\nrest\n", "rest\n");
  checkCopy(
    "for a section, whose heading stays",
    "# T\n\n## A {.internal #x}\n\ns\n\n### B\n\ns\n\n## C\n",
    "# T\n\n## A {#x}\n\nM\n\n## C\n",
    "# T\n\n## A {#x}\n\n## C\n",
  );
});

describe("a stretch of a sentence leaves the sentence", () => {
  checkCopy(
    "in the middle",
    "a [internal: s] c [internal: s], e [internal: s].\n",
    "a M c M, e M.\n",
    "a c, e.\n",
  );
  checkCopy("side by side", "a [internal: s] <internal>s</internal> b\n", "a M b\n", "a b\n");
  checkCopy("on a line", "a\n[internal: s]\nb\n", "a\nM\nb\n", "a\nb\n");
  checkCopy("in a heading", "# A [internal: s]\n", "# A M\n", "# A\n");
  checkCopy("as a heading that is underlined", "[internal: s]\n===\n\nb\n", "M\n===\n\nb\n", "b\n");
  checkCopy("above more of such a heading", "[internal: s]\nb\n===\n", "M\nb\n===\n", "b\n===\n");
  checkCopy(
    "in cells",
    "| a | b |\n|---|---|\n| [internal: s] | c [internal: s] |\n",
    "| a | b |\n|---|---|\n| M | c M |\n",
    "| a | b |\n|---|---|\n| | c |\n",
  );
  checkCopy("in emphasis", "*a [internal: **s**]* b\n", "*a M* b\n", "*a* b\n");
  checkCopy(
    "in a link and a description",
    "[a [internal: s] b](u) ![c [internal: s]](i.png)\n",
    "[a M b](u) ![c M](i.png)\n",
    "[a b](u) ![c](i.png)\n",
  );
  checkCopy("with its target", "a [internal: s](http://s) ![internal: s](s.png) b\n", "a M b\n", "a b\n");
  checkCopy("in a task", "- [ ] [internal: s]\n- [x] b\n", "- [ ] M\n- [x] b\n", "- [x] b\n");
  checkCopy(
    "in an HTML block",
    "<div>\na [internal: s] b\n</div>\n",
    "<div>\na &lt;Redacted comments&gt; b\n</div>\n",
    "<div>\na b\n</div>\n",
  );
});

describe("redactions with only white space between them are one", () => {
  checkCopy("of any form", "[internal: s]\n\n:::internal\ns\n:::\n\n> [!INTERNAL]\n> s\n", "M\n");
  checkCopy("with a hidden comment between", "a [internal: s] <!-- h --> [internal: s] b\n", "a M b\n");
  checkCopy("but not two items", "- [internal: s]\n- [internal: s]\n- c\n", "- M\n- M\n- c\n", "- c\n");
});

describe("what only redacted text used goes with it", () => {
  checkCopy(
    "definitions of links and footnotes",
    "[a][x] [internal: [b][y] [^1] [^2]] [^2]\n\n[x]: http://x\n[y]: http://s\n[z]: http://z\n\n[^1]: s\n\n[^2]: b\n",
    "[a][x] M [^2]\n\n[x]: http://x\n[z]: http://z\n\n[^2]: b\n",
  );
  checkCopy(
    "definitions that only a dropped definition used",
    "a [internal: [^1]]\n\n[^1]: [s][y]\n\n[y]: http://s\n",
    "a M\n\n",
  );
  checkCopy("abbreviations", "A HTML [internal: CRM]\n\n*[HTML]: h\n*[CRM]: s\n", "A HTML M\n\n*[HTML]: h\n");
  checkCopy(
    "links to headings that say it",
    "[A](#acme-internal-code-name)\n\n## Acme [internal: code name]\n",
    "[A](#acme-redacted-comments)\n\n## Acme M\n",
    "[A](#acme)\n\n## Acme\n",
  );
});

describe("front matter", () => {
  checkCopy(
    "loses what is internal and says whom the copy is for",
    "---\ntitle: a # s\nInternal:\n  - s\naudience: team\n# s\ntags: [a]\n---\nx\n",
    "---\ntitle: a\naudience: public\ntags: [a]\n---\nx\n",
  );
  checkCopy(
    "in JSON",
    '---json\n{"title": "x", "internal": {"s": 1}, "audience": "team"}\n---\nx\n',
    '---json\n{"title": "x", "audience": "public"}\n---\nx\n',
  );
  checkCopy(
    "with its last key internal, in JSON",
    '---json\n{"title": "x",\n "private": 1\n}\n---\n',
    '---json\n{"title": "x"\n}\n---\n',
  );
  checkCopy(
    "with a comment in a value",
    '---\ntitle: "a [internal: s]"\n---\n',
    '---\ntitle: "a <Redacted comments>"\n---\n',
  );
  checkCopy(
    "in braces, with first, middle and last keys internal",
    "---\n{internal: 1, title: x, private: 2, tags: a, confidential: 3}\n---\n",
    "---\n{title: x, tags: a}\n---\n",
  );
  checkCopy(
    "in braces, with all keys internal",
    '---json\n{"internal": 1,\n "private": 2}\n---\n',
    "---json\n{}\n---\n",
  );
  checkCopy(
    "with a comment in a list or a mapping, which goes as a whole",
    "---\ntags: [a, 'x [internal: s]']\na: {b: '[internal: s]'}\n---\n",
    '---\ntags: "<Redacted comments>"\na: "<Redacted comments>"\n---\n',
    '---\ntags: ""\na: ""\n---\n',
  );
  checkCopy(
    "with a comment in a block of text",
    "---\na: |\n  t <!-- h --> [internal: s]\n---\n",
    "---\na: |\n  t  <Redacted comments>\n---\n",
  );
  checkCopy("of a comment alone", "---\n# s\n---\nx\n", "---\n---\nx\n");
  checkCopy("of nothing", "---\n\n---\nx\n", "---\n\n---\nx\n");
  checkCopy("with a comment behind an internal value", "---\ninternal: s # s\n---\nx\n", "---\n---\nx\n");
  it.each([
    ["audience:\ntitle: T", "audience: public\ntitle: T"],
    ["audience: \ntitle: T", "audience: public\ntitle: T"],
    ["audience: 'team'", "audience: 'public'"],
    ['audience: "team"', 'audience: "public"'],
    ["audience: ~", "audience: public"],
    ["audience: Public", "audience: Public"],
    ["audience:\n  team\ntitle: T", "audience:\n  public\ntitle: T"],
    ["{audience, title: T}", "{audience: public, title: T}"],
    ["{audience: , title: T}", "{audience: public, title: T}"],
    ["? audience", "? audience\n: public"],
    ["? audience\n: team", "? audience\n: public"],
  ])("says whom the copy is for: %j", (front, expected) =>
    expect(copyOf(`---\n${front}\n---\nx\n`)).toBe(`---\n${expected}\n---\nx\n`),
  );
  it.each([
    ["'a [internal: s]'", `'a it''s "x"'`],
    ['"a [internal: s]"', `"a it's \\"x\\""`],
  ])("quotes the marker as the value is: %s", (value, expected) =>
    expect(copyOf(`---\ntitle: ${value}\n---\n`, { marker: `it's "x"` })).toBe(
      `---\ntitle: ${expected}\n---\n`,
    ),
  );
  it("goes as a whole where it cannot be read", () => {
    expect(copyOf("---\ntitle: [P\n---\nx\n", { force: true })).toBe("x\n");
    expect(copyOf("---\ntitle: [P\n---", { force: true })).toBe("");
  });
  it.each([
    ["a: |\n  s\n  s\nb: 1", "b: 1"],
    ["b: 1\n\na:\n  - s\n# s", "b: 1\n"],
    ["# {s}\nb: 1\na: s\naudience: team", "b: 1\naudience: public"],
    ["audience: public\na: 'x [internal: s]' # s", "audience: public"],
    ["{a: s, b: 1}", "{b: 1}"],
    ["{b: 1, a: s, c: 2, }", "{b: 1, c: 2, }"],
    ["{b: 1,\n a: s,\n audience: team}", "{b: 1,\n audience: public}"],
    ["{b: 1, internal: s, a: s}", "{b: 1}"],
    ["{b, internal: s, c: 2, private: s, a}", "{b, c: 2}"],
    ["{b: 1, a: s ,}", "{b: 1 ,}"],
    ["{a: s, }", "{ }"],
    ["{a, b}", "{b}"],
    ["{b, a}", "{b}"],
  ])("loses configured keys: %j", (front, expected) =>
    expect(copyOf(`---\n${front}\n---\nx\n`, { dropKeys: ["a"] })).toBe(`---\n${expected}\n---\nx\n`),
  );
});

describe("an audience", () => {
  const source = "a [internal company: b [internal: c]]\n\n:::internal public\nd\n:::\n";
  it("sees its own comments and those for wider ones as they are written", () => {
    expect(copyOf(source, { audience: "company" })).toBe(
      `a [internal company: b ${M}]\n\n:::internal public\nd\n:::\n`,
    );
    expect(copyOf(source, { audience: "team" })).toBe(source);
    expect(copyOf(source)).toBe(`a ${M}\n\n:::internal public\nd\n:::\n`);
  });
});

describe("a plain text", () => {
  it.each([
    ["md", `a ${M} b\n`],
    ["txt", "a <Redacted comments> b\n"],
  ] as const)("has its marker as %s has it", (to, copy) =>
    expect(copyOf("a [internal: s] b\n", { source: "plain-text", to })).toBe(copy),
  );
});

describe("hidden text", () => {
  checkCopy("is not published", "a <!-- h --> b\n\n<!-- h -->\n\nc <!-- h\n\nh --> d\n", "a b\n\nc d\n");
  it("stays where that is wanted", () =>
    expect(copyOf("a <!-- h --> b\n", { keepHtmlComments: true })).toBe("a <!-- h --> b\n"));
});

describe("lines that end as on old machines", () => {
  it("are lines in HTML too", () =>
    expect(copyOf("<div>\r:::internal\rs\r:::\ra\r</div>\r")).toBe(
      "<div>\r&lt;Redacted comments&gt;\ra\r</div>\r",
    ));
  it("end a blank line as the others do", () => {
    expect(copyOf("a\r\n:::internal\r\ns\r\n:::\r\nb")).toBe(`a\r\n\r\n${M}\r\n\r\nb`);
    expect(copyOf("a\r:::internal\ns\n:::\rb\nc")).toBe(`a\r\r${M}\r\rb\nc`);
    expect(copyOf("a\r:::internal\ns\n:::\nb", { remove: true })).toBe("a\r\rb");
    expect(copyOf("a\r\n<internal>s\r\n\r\ns</internal> b")).toBe(`a\r\n${M}\r\n\r\nb`);
  });
});

describe("what was taken out", () => {
  it("is told by place and form, in order, and what of it the copy must not say", () => {
    const text = [
      "---",
      "internal: b",
      "# c",
      "---",
      "[x]: http://s",
      "",
      "P <internal>[S][x]</internal> <!-- h -->",
      "",
      "## P {.internal}",
      "",
      "S [S][y]",
      "",
      "[y]: http://s",
    ].join("\n");
    const { regions, withheld } = redact(analyseText(text, "markdown"), COPY);
    const told = regions.map(({ from, to, kind, what }) => [text.slice(from, to), kind, what]);
    expect(told).toEqual([
      ["[x]: http://s", "drop", "link-definition"],
      ["<internal>[S][x]</internal>", "redact", "tag"],
      ["<!-- h -->", "drop", "hidden"],
      ["S [S][y]\n\n[y]: http://s", "redact", "section"],
    ]);
    expect(withheld.map(({ from, to }) => text.slice(from, to))).toEqual([
      "b",
      "# c",
      ...told.map(([written]) => written),
    ]);
  });
});

describe("one comment alone", () => {
  it("is redacted in place", () => {
    const text = "a [internal: s] <!-- h --> :: [internal: t [x]]\n\n[x]: http://s\n";
    expect(redacted(text, 1)).toBe(`a [internal: s] <!-- h --> :: ${M}\n\n`);
  });
  it("is so beside HTML comments and comments in code, also when it does not close", () => {
    const text = "---\ntitle: '[internal: a]'\n---\n`[internal: b]` <!-- c\n\nd --> [internal public: e\n";
    expect(redacted(text, 1)).toBe(text.replace("[internal public: e", M));
  });

  function redacted(text: string, index: number): string {
    const analysis = analyseText(text, "markdown");
    return applyEdits(text, redactComment(analysis, analysis.report.comments[index]!, COPY));
  }
});
