import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import type { Credential } from "../rules/rule.js";

const PRESET = "@secretlint/secretlint-rule-preset-recommend";

/** Keys, tokens and passwords in a text, found by secretlint with its recommended rules; masked all the way. */
export async function credentialsIn(text: string): Promise<Credential[]> {
  const { messages } = await lintSource({
    source: { content: text, filePath: "report.md", ext: ".md", contentType: "text" },
    options: {
      config: { rules: [{ id: PRESET, rule: creator }] },
      maskSecrets: true,
      noPhysicFilePath: true,
    },
  });
  return messages.map(({ range, ruleId }) => ({
    from: range[0],
    to: range[1],
    what: ruleId.replace(/^.*secretlint-rule-/, "").replace(/-/g, " "),
  }));
}
