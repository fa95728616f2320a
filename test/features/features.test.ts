import { describe, it } from "vitest";
import { checkFolding, checkHover, checkOutline } from "../support/check.js";

describe("outline", () => {
  it("nests sections below their headings", () =>
    checkOutline(
      "# Report\n\n## Day 1\n\n### Opening Keynote (Ada Brook)\n\n## Action items\n",
      "group Day 1\n  keynote Opening Keynote · Ada Brook\nfollowups Action items",
    ));
  it("names a heading that has no words", () => checkOutline("# R\n\n##\n\n## **\n", "topic ##\ntopic **"));
});

describe("folding", () => {
  it("sections to their last line with text", () =>
    checkFolding("# R\n\n## A\n\na\n\n### B\nb\n\n\n## C\nc\n", ["3-8", "7-8", "11-12"]));
  it("internal comments, front matter, code, quotes and lists", () =>
    checkFolding("---\na: b\n---\n:::internal\nx\n:::\n\n```\ny\n```\n\n> z\n> z\n\n- 1\n  2\n- 3\n", [
      "1-3",
      "4-6 comment",
      "8-10",
      "12-13",
      "15-17",
    ]));
});

describe("hover", () => {
  it("an internal comment", () => checkHover("a «[inte$0rnal company:» b] c", "for `company`"));
  it("its closing mark", () => checkHover(":::internal\na\n«::$0:»", "Internal comment"));
  it("a redacted marker that vanishes", () => checkHover("«<Reda$0cted comments>»", "shows nothing"));
  it("a section's heading", () =>
    checkHover("# R\n\n«## Expo $0floor»\n\na [internal: b]", "**expo** Expo floor"));
  it("a section's heading says why it is one", () =>
    checkHover("# R\n\n## Expo $0floor", "Recognised by:\n\n- a Markdown heading"));
  it("nothing in prose", () => checkHover("# R\n\nwo$0rds", undefined));
  it("shows the report's words as they are", () =>
    checkHover("# R\n\n## A \\<b> $0\\[x](command:y)", "\\<b\\> \\[x\\]"));
});
