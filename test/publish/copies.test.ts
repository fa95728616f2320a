import { describe, expect, it } from "vitest";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "../../server/src/publish/html-styles.js";
import { examplesIn } from "../support/examples.js";
import { type CopyOptions, copyOf } from "../support/publish.js";

/** Checks each of the copies that an example of the file has. */
function checkCopies(file: string, ways: Readonly<Record<string, CopyOptions>>): void {
  for (const example of examplesIn(new URL(file, import.meta.url))) {
    const [label, report] = Object.entries(example)[0]!;
    const source = label === "report, plain text" ? "plain-text" : "markdown";
    it(report, () => {
      const made = Object.keys(example).filter((name) => name !== label);
      expect(made.length).toBeGreaterThan(0);
      for (const name of made)
        expect(shown(copyOf(report, { source, ...ways[name] })), name).toBe(example[name]);
    });
  }
}

/** A copy as it stands in the file: its last line ends, and the style of a page is left out. */
function shown(copy: string): string {
  return copy
    .replace(PAGE_STYLE, "…")
    .replace(PAGE_STYLE_HASH, "…")
    .replace(/(?<!\n)$/, "\n");
}

const WAYS: Readonly<Record<string, CopyOptions>> = {
  copy: {},
  "without markers": { remove: true },
  "with HTML comments": { keepHtmlComments: true },
  forced: { force: true },
  "forced, without markers": { force: true, remove: true },
};

/** Comments of the kinds that leave a copy differently, each in the places where the text around it decides how. */
describe("the copies, with markers and without, of", () => {
  checkCopies("copies.txt", WAYS);

  it("all of them have every public word (P) and no other (S)", () => {
    const examples = examplesIn(new URL("copies.txt", import.meta.url));
    expect(examples.length).toBeGreaterThan(200);
    const words = (text: string | undefined) => text?.match(/P/g)?.length ?? 0;
    for (const [report, ...copies] of examples.map(Object.values<string>))
      for (const copy of copies.filter((one) => !one.startsWith("refused"))) {
        expect(copy).not.toMatch(/S/);
        expect(words(copy), report).toBe(words(report));
      }
  });
});

/** Malformed comments that are forced, HTML comments without an end, comments side by side. */
describe("the copies, where it is doubtful how far a comment goes, of", () => {
  checkCopies("copies-edges.txt", WAYS);

  it("all of them have no word of a comment (S)", () => {
    for (const example of examplesIn(new URL("copies-edges.txt", import.meta.url)))
      for (const [name, copy] of Object.entries(example))
        if (!name.startsWith("report") && name !== "with HTML comments") expect(copy).not.toMatch(/S/);
  });
});

/** What Markdown, plain text and front matter have, and what is made of it. */
describe("the renderings of", () => {
  checkCopies("renderings.txt", {
    "as HTML": { to: "html", fragment: true },
    "as a page": { to: "html" },
    "as text": { to: "txt" },
  });
});
