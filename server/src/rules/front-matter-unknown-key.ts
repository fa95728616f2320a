import { FRONT_MATTER_KEYS } from "../report/front-matter-keys.js";
import { l10n } from "../text/message.js";
import { nearest } from "../text/nearest.js";
import type { Rule } from "./rule.js";

const KNOWN = FRONT_MATTER_KEYS.map(({ key }) => key);

export const frontMatterUnknownKey: Rule = {
  code: "front-matter-unknown-key",
  severity: "information",
  summary: "A key of the front matter is not one of the format's.",
  docs: {
    why: "Blogs need keys of their own, which are kept as they are. A slip in one of the format's own keys is another matter: `audiance: team` says nothing about who may read the file.",
    bad: "---\ntype: trip-report\naudiance: team\n---\n",
    good: "---\ntype: trip-report\naudience: team\n---\n",
    fix: "Changes the key to the nearest one of the format, where it looks like a slip of it.",
  },
  *check({ report }) {
    const entries = report.frontMatter?.entries ?? [];
    const used = new Set(entries.map(({ key }) => key));
    for (const { key, keySpan } of entries) {
      if (KNOWN.includes(key)) continue;
      const near = nearest(
        key,
        KNOWN.filter((known) => !used.has(known)),
      );
      const { from, to } = keySpan;
      if (near === undefined) {
        yield { from, to, message: l10n.t("this key is not one of the format's; it is kept as it is") };
        continue;
      }
      const fix = {
        title: l10n.t("Change to “{0}”", near),
        edits: [{ from, to, insert: near }],
        preferred: true as const,
      };
      yield {
        from,
        to,
        message: l10n.t("this key is not one of the format's; did you mean “{0}”?", near),
        fixes: [fix],
      };
    }
  },
};
