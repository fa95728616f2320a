import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { loadConfig } from "../../server/src/config-file.js";
import { outline } from "../../server/src/features/outline.js";
import { inEnglish } from "../../server/src/text/message.js";
import { analyse, checkComments } from "../support/check.js";
import { copyOf } from "../support/publish.js";

const marker = "\\<Redacted comments>";

describe("a comment is not published", () => {
  it("that touches a bare address", () => {
    checkComments("https://x.example/a«[internal: b c]» d", ["inline team"]);
    checkComments("www.x.example/a«[internal company: b]» and a@x.example«%%b%%»", [
      "inline company",
      "obsidian team",
    ]);
    expect(copyOf("See https://x.example/a[internal: they are late] now.\n")).toBe(
      `See https://x.example/a${marker} now.\n`,
    );
  });

  it("of a section with short lines of their own, which are no headings of its level", () => {
    expect(copyOf("a\n\n## Costs {.internal}\n\nSecret\n\nmore of it\n")).toBe(
      `a\n\n## Costs\n\n${marker}\n`,
    );
    expect(copyOf("a\n\n### Costs {.internal}\n\nSecret\n\nb\n\n## Talk\n\nc\n")).toBe(
      `a\n\n### Costs\n\n${marker}\n\n## Talk\n\nc\n`,
    );
  });

  it("of a heading that is none, right below a tag", () => {
    expect(copyOf("# T\n\n<div>\n## Costs {.internal}\nsecret\n</div>\n")).toBe(
      "refused\nmisspelt-internal-comment",
    );
  });

  it("whose HTML is escaped", () => {
    expect(copyOf("a \\<!-- internal: b --> c\n")).toBe("refused\nmisspelt-internal-comment");
  });

  it("in code, where a backslash escapes nothing", () => {
    expect(copyOf("a `\\[internal: b]` c\n")).toBe("refused\ninternal-comment-in-code");
    expect(copyOf("a `\\{>> b <<}` c\n")).toBe("refused\ninternal-comment-in-code");
  });
});

describe("a configuration", () => {
  it("may not list an audience twice: the widest would be the narrowest", () => {
    const { config, problems } = loadConfig("audiences: [company, team, Company]\n");
    expect(config.audiences).toEqual(DEFAULT_CONFIG.audiences);
    expect(problems.map(({ message }) => inEnglish(message))).toEqual([
      "audiences: an audience is listed twice",
    ]);
  });
});

describe("brackets without a definition", () => {
  it("are words of a heading", () => {
    const names = (text: string) => outline(analyse(text)).map(({ name }) => name);
    expect(names("# T\n\n## Ropes [old] at sea (Ada Brook)\n")).toEqual(["Ropes [old] at sea"]);
    expect(names("# T\n\n## Ropes [old] at sea (Ada Brook)\n\n[old]: https://x.example\n")).toEqual([
      "Ropes old at sea",
    ]);
  });

  it("are words again when their definition goes", () => {
    const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
    const before = analyser.analyse(
      "# T\n\n## Ropes [old] at sea\n\nA\n\n[old]: https://x.example\n",
      "markdown",
    );
    expect(outline(before)[0]?.name).toBe("Ropes old at sea");
    const edit = { from: before.text.content.indexOf("[old]:"), to: before.text.content.length, insert: "" };
    const after = analyser.update(before, before.text.replace(edit), [edit]);
    expect(outline(after)[0]?.name).toBe("Ropes [old] at sea");
  });

  it("become a link with their definition, wherever it is written", () => {
    const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
    let analysis = analyser.analyse("## Talk [a]\n\nText [b][a]\n\n[a] https://x.example\n", "markdown");
    const links = () => (analysis.syntax.tree.toString().match(/\bLink\(/g) ?? []).length;
    expect(links()).toBe(0);
    const at = analysis.text.content.indexOf(" https");
    for (const [edit, count] of [
      [{ from: at, to: at, insert: ":" }, 2],
      [{ from: at, to: at + 1, insert: "" }, 0],
    ] as const) {
      analysis = analyser.update(analysis, analysis.text.replace(edit), [edit]);
      expect(links()).toBe(count);
    }
  });
});
