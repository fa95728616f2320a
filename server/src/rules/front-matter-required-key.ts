import { lineBreakOf } from "../text/line-break.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

/** The keys without which a report cannot be found again. Source: the interface's section 2. */
const REQUIRED = ["title", "event", "dates"];

export const frontMatterRequiredKey: Rule = {
  code: "front-matter-required-key",
  severity: "information",
  summary: "Front matter has no title, event or dates.",
  docs: {
    why: "Title, event and dates are what a report is found by later, and the dates tell which days its sections can have.",
    bad: "---\ntype: trip-report\ntitle: Harbour Days\n---\n",
    good: "---\ntype: trip-report\ntitle: Harbour Days\nevent: Harbour Days\ndates: 2024-05-14/2024-05-15\n---\n",
    fix: "Adds the key, its value left to the writer.",
  },
  *check({ report, text }) {
    const front = report.frontMatter;
    if (!front || front.problems.length > 0) return;
    const there = new Set(
      front.entries.filter(({ value }) => value !== null && value !== "").map(({ key }) => key),
    );
    const named = new Set(front.entries.map(({ key }) => key));
    const missing = REQUIRED.filter((key) => !there.has(key));
    if (missing.length === 0) return;
    const addable = missing.filter((key) => !named.has(key));
    const end = text.lastIndexOf("---", front.to);
    const lineBreak = lineBreakOf(text.slice(front.from, front.to));
    const yaml = !/^---[ \t]*json/i.test(text.slice(front.from, front.from + 20));
    const insert = addable.map((key) => `${key}:${lineBreak}`).join("");
    const fixes =
      yaml && addable.length > 0
        ? [{ title: l10n.t("Add {0}", addable.join(", ")), edits: [{ from: end, to: end, insert }] }]
        : [];
    yield {
      from: front.from,
      to: front.from + 3,
      message: l10n.t("front matter lacks {0}", missing.join(", ")),
      fixes,
    };
  },
};
