import type { Section } from "../report/model.js";
import type { TextEdit } from "../text/edit.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const bareHeading: Rule = {
  code: "bare-heading",
  severity: "information",
  summary: "A line reads as a heading but is not marked as one.",
  docs: {
    why: "Here it is taken for a heading; anywhere else it is a paragraph like any other.",
    bad: "Harbour Days\n\nExecutive Summary\n\nCold storage is the default, said everyone who spoke, and they had the numbers.\n\nOpening Keynote (Ilse Varnholt)\n\nVarnholt told the story of one cluster from its first three machines to forty racks.\n",
    good: "# Harbour Days\n\n## Executive Summary\n\nCold storage is the default.\n",
    fix: "Makes it a heading of its level: this one, or all in the report.",
  },
  *check({ sections, format }) {
    if (format !== "markdown") return;
    const bare = sections.filter(({ style }) => style === "bare");
    const all = { title: l10n.t("Make all of them headings"), edits: bare.map(marked) };
    for (const section of bare) {
      const { from, to } = section.heading;
      const one = { title: l10n.t("Make it a heading"), edits: [marked(section)], preferred: true as const };
      const fixes = bare.length > 1 ? [one, all] : [one];
      yield { from, to, message: l10n.t("this line reads as a heading but is not marked as one"), fixes };
    }
  },
};

function marked({ heading, level }: Section): TextEdit {
  return { from: heading.from, to: heading.from, insert: `${"#".repeat(level)} ` };
}
