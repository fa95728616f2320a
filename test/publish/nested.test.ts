import { describe, expect, it } from "vitest";
import { copyOf } from "../support/publish.js";

const nested = (depth: number) => `${"[internal: a ".repeat(depth)}S${"]".repeat(depth)}`;

describe("what is nested too deep to be checked", () => {
  it("is published up to a depth that nobody writes", () => {
    expect(copyOf(`Good. ${nested(32)}`)).not.toMatch(/refused|S/);
  });

  it.each([false, true])("is refused beyond it, forced or not", (force) => {
    expect(copyOf(`Good. ${nested(33)}`, { force })).toBe("refused\nnested-too-deep");
  });

  it("counts only comments that are in one another", () => {
    expect(copyOf(nested(1).repeat(100))).not.toContain("refused");
  });

  it("is raw HTML too, when a page is made of it", () => {
    const text = "<b>".repeat(10_000);
    expect(copyOf(text, { to: "html" })).toBe("refused\nnested-too-deep");
    expect(copyOf(text)).toBe(text);
  });
});

describe("what would be repeated too often", () => {
  const references = (count: number) =>
    `[a]: https://a.example/${"b".repeat(5000)}\n\n${"[a] ".repeat(count)}`;

  it("is a page with some references to a long address", () => {
    expect(copyOf(references(20), { to: "html" }).split("b".repeat(5000))).toHaveLength(21);
  });

  it("is refused when there are many, when a page is made of it", () => {
    expect(copyOf(references(500), { to: "html" })).toBe("refused\nrepeated-too-often");
    expect(copyOf(references(500))).toBe(references(500));
  });

  it("is what HTML leaves open, too", () => {
    const open = Array.from({ length: 400 }, (_, n) => `<b id=${n}>`).join("");
    expect(copyOf(`<div><p>${open}${"<p>a".repeat(1000)}`, { to: "html" })).toBe("refused\nnested-too-deep");
  });
});
