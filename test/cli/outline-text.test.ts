import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { outlineText } from "../../server/src/cli/outline-text.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

function text(source: string, colour = false): string {
  return outlineText("trip.md", analyser.analyse(source, "markdown"), colour);
}

describe("the outline for people", () => {
  it("is an indented tree in columns; a day is said once", () => {
    expect(
      text(
        "---\nevent: Harbour Days\nlocation: Bergen\ndates: 2031-05-06/2031-05-07\nauthors: Lena Fjord\n---\n# A trip\n\n## Day 1\n\n### 9:30 Ropes (Ada Winter, Bluewater)\n\n[internal: x]\n\n### Knots\n\nTODO tie one\n",
      ),
    ).toBe(
      [
        "A trip  trip.md",
        "Harbour Days, Bergen, 2031-05-06 – 2031-05-07, by Lena Fjord",
        "   9 group     Day 1  Day 1",
        "  11 breakout  09:30    Ropes  Ada Winter (Bluewater)  1 internal",
        "  15 breakout           Knots  1 to follow up",
        "",
        "",
      ].join("\n"),
    );
  });

  it("is the same in colour, colours aside", () => {
    const source = "# A trip\n\n## Ropes (Ada Winter)\n\n<Redacted comments>\n";
    const coloured = text(source, true);
    expect(coloured).toContain("\u001b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(text(source));
  });

  it("aligns East Asian titles", () => {
    expect(text("# A trip\n\n## 港 (Ada Winter)\n\n## Rope (Ada Winter)\n")).toContain("港    Ada Winter\n");
  });

  it("says where nothing was recognised", () => {
    expect(text("just text\n")).toBe("trip.md\n  no sections recognised\n\n");
  });
});
