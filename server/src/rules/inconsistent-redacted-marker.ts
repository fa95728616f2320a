import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const inconsistentRedactedMarker: Rule = {
  code: "inconsistent-redacted-marker",
  severity: "hint",
  summary: "Two spellings of the redacted marker stand in one report.",
  docs: {
    why: "Two spellings of one marker look as if they meant two things, and a search for one misses the other.",
    bad: "[redacted]\n\n[redacted]\n\n(redacted)\n",
    good: "[redacted]\n\n[redacted]\n",
    fix: "Changes the marker to the spelling used most.",
  },
  *check({ report, text }) {
    const spelt = report.redacted.map(({ from, to }) => ({ from, to, as: spelling(text.slice(from, to)) }));
    const counts = new Map<string, number>();
    for (const { as } of spelt) counts.set(as, (counts.get(as) ?? 0) + 1);
    if (counts.size < 2) return;
    // The commonest wins; of two equally common ones the first in the report.
    const usual = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
    for (const { from, to, as } of spelt) {
      if (as === usual) continue;
      const fix = { title: l10n.t("Change to “{0}”", usual), edits: [{ from, to, insert: usual }] };
      yield {
        from,
        to,
        message: l10n.t("this redacted marker is spelt in another way than the others"),
        fixes: [fix],
      };
    }
  },
};

/** Bars of any length are one spelling, and so is a marker with and without the escape that makes it visible. */
function spelling(marker: string): string {
  return marker.startsWith("█") ? "███" : marker.replace(/^\\</, "<");
}
