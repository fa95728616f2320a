import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const credential: Rule = {
  code: "credential",
  severity: "error",
  summary: "A key, token or password.",
  docs: {
    why: "Keys and passwords get into reports with pasted examples and screenshots typed out. Whoever reads the report has them, and so has every copy of it.",
    bad: "The slides are at https://mirela:tr0ub4dor@reports.example.org/day1 for now.\n",
    good: "The slides are at https://reports.example.org/day1 for now.\n",
    fix: "None: it must be revoked, not only removed.",
    limits:
      "Found is what secretlint's recommended rules know by its shape: keys and tokens of common services, private keys, passwords in addresses. A password in a sentence has no shape. In a browser the rule is off.",
  },
  *check({ credentials }) {
    for (const { from, to, what } of credentials ?? [])
      yield { from, to, message: l10n.t("this reads as a credential ({0})", what) };
  },
};
