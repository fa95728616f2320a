import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOf,
  addressTarget,
  assetFolder,
  assetName,
  numbered,
  pathTarget,
  relativePath,
  snippetText,
} from "../../client/src/links-names.js";

describe("the folder for a report's files", () => {
  const cases = [
    ["berlin.trip.md", "berlin.assets"],
    ["berlin.tripreport.md", "berlin.assets"],
    ["my notes 2.md", "my notes 2.assets"],
    [".md", "report.assets"],
  ] as const;
  for (const [report, folder] of cases) it(report, () => expect(assetFolder(report)).toBe(folder));
});

describe("the name of a stored file", () => {
  const cases = [
    ["Slide 3 (draft).PNG", "", "Slide-3-draft.png"],
    ["image", "image/jpeg", "image.jpg"],
    ["Größe.webp", "", "Größe.webp"],
    ["../../etc/passwd", "", "etc-passwd"],
    ["..\\a\\b.png", "", "a-b.png"],
    [".bashrc", "", "bashrc"],
    ["con.png", "", "file-con.png"],
    ["", "image/png", "file.png"],
    ["a\u0000b\n.gif", "", "a-b.gif"],
  ] as const;
  for (const [name, type, expected] of cases)
    it(JSON.stringify(name), () => expect(assetName(name, type)).toBe(expected));

  it("is one part of a path that stays as it is, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const stored = assetName(name, "image/png");
        expect(stored).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u);
        expect(pathTarget(stored)).toBe(stored);
      }),
    );
  });

  it("is counted on", () => {
    expect([1, 2, 3].map((n) => numbered("a.b.png", n))).toEqual(["a.b.png", "a.b-2.png", "a.b-3.png"]);
    expect(numbered("a", 2)).toBe("a-2");
  });
});

describe("the path from a report to a file", () => {
  const cases = [
    ["/w/a.trip.md", "/w/a.assets/b.png", "a.assets/b.png"],
    ["/w/x/a.trip.md", "/w/y/b.md", "../y/b.md"],
    ["/w/a.trip.md", "/w/b.md", "b.md"],
    ["/w/x/y/a.md", "/z.md", "../../../z.md"],
  ] as const;
  for (const [from, to, expected] of cases) it(expected, () => expect(relativePath(from, to)).toBe(expected));

  it("leads there", () => {
    const path = fc.array(fc.stringMatching(/^[a-c]{1,2}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(path, path, (from, to) => {
        const base = `file:///${from.join("/")}`;
        expect(new URL(relativePath(`/${from.join("/")}`, `/${to.join("/")}`) || ".", base).pathname).toBe(
          `/${to.join("/")}`,
        );
      }),
    );
  });

  it("is escaped so that decoding gives it back", () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const target = pathTarget(path);
        expect(decodeURIComponent(target)).toBe(path);
        expect(target).not.toMatch(/[\s()<>#?[\]]/);
      }),
    );
  });
});

describe("a pasted text", () => {
  const addresses = ["https://a.example", " http://a.example/b?c=d#e \n", "mailto:jo@a.example"];
  for (const text of addresses)
    it(`is an address: ${JSON.stringify(text)}`, () => expect(addressOf(text)).toBe(text.trim()));
  const others = [
    "",
    "a.example",
    "see https://a.example",
    "https://a.example https://b.example",
    "https://",
    "command:a",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://a.example/<b>",
  ];
  for (const text of others)
    it(`is no address: ${JSON.stringify(text)}`, () => expect(addressOf(text)).toBeUndefined());

  it("keeps parentheses that match, and gets brackets where they do not", () => {
    expect(addressTarget("https://a.example/b_(c)")).toBe("https://a.example/b_(c)");
    expect(addressTarget("https://a.example/b)")).toBe("<https://a.example/b)>");
    expect(addressTarget("https://a.example/)(")).toBe("<https://a.example/)(>");
  });

  it("is no snippet of its own", () => {
    expect(snippetText("a$1}\\")).toBe("a\\$1\\}\\\\");
  });
});
