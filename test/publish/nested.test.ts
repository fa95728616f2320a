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
