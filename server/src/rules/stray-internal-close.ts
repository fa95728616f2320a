import type { Rule } from "./rule.js";

export const strayInternalClose: Rule = {
  code: "stray-internal-close",
  severity: "warning",
  summary: "A closing mark closes no internal comment.",
  *check({ report }) {
    for (const stray of report.strayCloses) {
      if (stray.slip !== undefined) continue;
      const { from, to, form } = stray;
      const fixes = [{ title: "Remove the closing mark", edits: [{ from, to, insert: "" }] }];
      yield { from, to, message: `nothing is open that this closes (${form})`, fixes };
    }
  },
};
