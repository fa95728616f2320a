import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { decode, encode } from "../../server/src/links/html-entities.js";

/** What it stands in for. */
const he = createRequire(import.meta.url)("he") as Readonly<Record<"decode" | "encode", typeof decode>>;

describe("names of characters in HTML", () => {
  it.each([
    "a&amp;b.png",
    "&lt;&gt;&quot;&apos;&#39;",
    "&eacute;&Eacute;&NotEqualTilde;&nbsp;",
    "&#233;&#xE9;&#x1F600;&#0;&#x110000;&#x80;",
    "&amp b &copy2 &notit; &unknown; & &",
    "",
  ])("are read as the library reads them: %s", (text) => expect(decode(text)).toBe(he.decode(text)));

  it("are written so that reading them gives the text", () => {
    const text = `<a href="x?y&amp=z">'é`;
    expect(encode(text)).not.toMatch(/[<>"']/);
    expect(he.decode(encode(text))).toBe(text);
  });
});
