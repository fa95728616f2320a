import { describe, expect, it } from "vitest";
import { publishText } from "../support/publish.js";

/** Openings without their closing; those of blocks stand on lines of their own. */
const INLINE_OPEN = [
  "[internal: S",
  "[internal company: S",
  "![internal: S",
  "<internal>S",
  '<internal audience="company">S',
  "<private>S",
  "{>> S",
  "%% S",
  "<!-- internal: S",
  "[internal: S <internal>S] S</internal>",
  "<internal>S [internal: S</internal> S]",
  "[internal: S {>> S] S <<}",
];
const MISSPELT = [
  "[intenral: S]",
  "[interal: S]",
  "[Privtae: S]",
  "[confidental: S]",
  "[ internal: S]",
  "[internal： S]",
  "\\[internal: S\\]",
  "<internl>S</internl>",
  "<internal>S</intenral>",
  "<internal/>S",
  "< internal>S</internal>",
  "<internal: S>",
  "\\<internal>S</internal>",
  "<!-- intenral: S -->",
  "S</internal>",
  "S <<}",
];
const UNKNOWN = ["[internal boss: S]", '<internal audience="boss">S</internal>', "<!-- internal boss: S -->"];
const BLOCKS = [
  ":::internal\nS",
  ":::: internal\nS\n:::",
  "<internal>\n\nS",
  "{>>\n\nS",
  "%%\n\nS",
  "<!-- internal:\n\nS",
  ":::internla\nS\n:::",
  "::internal\nS\n:::",
  ":internal\nS\n:::",
  ":::internal they will miss it\nS\n:::",
  ":::internal boss\nS\n:::",
  "text :::internal\nS\n:::",
  "> [!INTERAL]\n> S",
  "> [!INTERNAL boss]\n> S",
  "\\> [!INTERNAL]\n\\> S",
  "```\n:::internal\nS\n:::\n```",
  "~~~md\n[internal: S]\n~~~",
  ":::internal\n```\n:::\n\nS",
  "S\n\n:::",
];
/** What is malformed only where no list or quote is around it. */
const TOP = ["[!INTERNAL]\nS", "P\n\n    [internal: S]", "P\n    :::internal\nS", "- P [!INTERNAL]\n\n  S"];
const IN_CODE = ["`[internal: S]`", "``<internal>S</internal>``", "`{>> S <<}`", "`<!-- internal: S -->`"];

/** Where a stretch of a sentence can stand. */
const SENTENCES: readonly ((inside: string) => string)[] = [
  (inside) => `P ${inside} P`,
  (inside) => `- P\n- P ${inside}\n- P`,
  (inside) => `> P ${inside}\n>\n> P`,
  (inside) => `# P ${inside}\n\nP`,
  (inside) => `P ${inside}\n===\n\nP`,
  (inside) => `| P | P |\n|---|---|\n| ${inside} | P |`,
  (inside) => `P[^1]\n\n[^1]: P ${inside}`,
  (inside) => `<div>\nP ${inside}\n</div>`,
  (inside) => `**P ${inside}** P`,
  (inside) => `1. P\n\n   > - P ${inside}`,
  (inside) => `:::note\nP ${inside}\n:::`,
];
/** Where a block can stand. */
const CONTAINERS: readonly ((block: string) => string)[] = [
  (block) => `P\n\n${block}\n\nP`,
  (block) => `- P\n\n${indented(block, "  ")}\n\n- P`,
  (block) => `- ${indented(block, "  ").trimStart()}\n- P`,
  (block) => `> P\n>\n${indented(block, "> ")}`,
  (block) => `1. > P\n   >\n${indented(block, "   > ")}\n\nP`,
  (block) => `P[^1]\n\n[^1]: P\n\n${indented(block, "    ")}`,
];

function indented(block: string, by: string): string {
  return block
    .split("\n")
    .map((line) => (by + line).trimEnd())
    .join("\n");
}

const SENTENCE_FORMS = {
  "opened and not closed, or crossed": INLINE_OPEN,
  misspelt: MISSPELT,
  "for nobody known": UNKNOWN,
  "in code": IN_CODE,
};

describe("nothing is published of a report with a comment", () => {
  for (const [name, forms] of Object.entries(SENTENCE_FORMS))
    it(`in a sentence, ${name}`, () => {
      for (const form of forms)
        for (const place of SENTENCES) {
          // In an HTML block a backtick is a backtick, and the comment is one.
          if (form.startsWith("`") && place("").startsWith("<div>")) continue;
          for (const to of ["md", "html", "txt"] as const) expectRefusal(place(form), to);
        }
    });

  it("as a block, malformed", () => {
    for (const form of BLOCKS) for (const place of CONTAINERS) expectRefusal(place(form), "md");
    for (const form of TOP) expectRefusal(form, "md");
  });

  it("in a plain text, malformed", () => {
    for (const form of [...INLINE_OPEN, ...MISSPELT, ...UNKNOWN])
      for (const place of [`P\n\n• P ${form}\n• P\n`, `P ${form}\nP\n`])
        expect(publishText(place, { source: "plain-text" }).kind, place).toBe("refused");
  });

  it("whose front matter cannot be trusted", () => {
    for (const front of [
      "---\ntitle: P\n\n# P\n",
      "---\ntitle: [P\n---\n",
      "---js\nmodule.exports = {}\n---\n",
      "---\naudience: boss\n---\n",
      "---\nintenral: S\n---\n",
      "---\ninternal: &s S\ntitle: *s\n---\n",
      "---\ntitle: P [internal: S\n---\n",
      "---\na: 1\na: 2\n---\n",
    ])
      expect(publishText(`${front}\nP\n`).kind, front).toBe("refused");
  });
});

describe("forced, a malformed comment is redacted as far as it can reach", () => {
  it("and never published", () => {
    const words = /S/;
    for (const form of [...INLINE_OPEN, ...IN_CODE, ...UNKNOWN])
      for (const place of SENTENCES)
        for (const to of ["md", "html", "txt"] as const) {
          const result = publishText(place(form), { force: true, to, fragment: true });
          if (result.kind === "published") expect(result.output, place(form)).not.toMatch(words);
        }
    for (const form of BLOCKS.slice(0, 12))
      for (const place of CONTAINERS) {
        const result = publishText(place(form), { force: true });
        if (result.kind === "published") expect(result.output, place(form)).not.toMatch(words);
      }
  });
});

function expectRefusal(report: string, to: "md" | "html" | "txt"): void {
  for (const lineEnd of to === "md" ? ["\n", "\r\n", "\r"] : ["\n"]) {
    const result = publishText(report.replace(/\n/g, lineEnd), { to });
    expect(result.kind, JSON.stringify(report)).toBe("refused");
  }
}
