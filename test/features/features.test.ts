import { describe, it } from "vitest";
import { checkHover } from "../support/check.js";

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
