import type { Analysis } from "../../analysis.js";
import { allSections, type Section } from "../../report/model.js";
import { append } from "../../text/append.js";
import type { TextEdit } from "../../text/edit.js";
import { l10n } from "../../text/message.js";

/**
 * The edits that give a section and all below it other levels, `by` deeper; a sentence where that cannot be. Bold
 * headings below follow the heading above them by themselves.
 */
export function levelEdits(analysis: Analysis, section: Section, by: number): readonly TextEdit[] | string {
  if (by === 0) return [];
  const all = allSections([section]);
  if (all.some(({ level }) => level + by < 1 || level + by > 6))
    return l10n.t("Headings have levels from 1 to 6.");
  const edits: TextEdit[] = [];
  for (const one of all) {
    const made = one.style === "bold" && one !== section ? [] : headingEdits(analysis, one, one.level + by);
    if (!made) return l10n.t("This heading is not marked as one: make it a Markdown heading first.");
    append(edits, made);
  }
  return edits;
}

/** The new level of each heading of a section's subtree, by its offset. */
export function levelsBelow(section: Section, by: number): (heading: number) => number | undefined {
  const levels = new Map(allSections([section]).map(({ from, level }) => [from, level + by]));
  return (heading) => levels.get(heading);
}

function headingEdits(
  { text }: Analysis,
  { heading, style, level }: Section,
  to: number,
): TextEdit[] | undefined {
  const { from } = heading;
  // With CRLF a heading ends behind its CR.
  const source = text.content.slice(from, heading.to).trimEnd();
  const marks = "#".repeat(to);
  switch (style) {
    case "atx":
      return [{ from, to: from + level, insert: marks }];
    case "setext": {
      const line = Math.max(source.lastIndexOf("\n"), source.lastIndexOf("\r")) + 1;
      const underline = line + /^[ \t>]*/.exec(source.slice(line))![0].length;
      const length = source.length - underline;
      const at = from + underline;
      if (to <= 2) return [{ from: at, to: at + length, insert: (to === 1 ? "=" : "-").repeat(length) }];
      const end = source.search(/[\r\n]/);
      // A Markdown heading with marks has one line.
      if (source.slice(end, line).trim() !== "") return undefined;
      return [
        { from, to: from, insert: `${marks} ` },
        { from: from + end, to: from + source.length, insert: "" },
      ];
    }
    case "bold": {
      const found = /^(\*\*|__)([^\r\n]*?)(\*\*|__)([^\r\n*_]*)$/.exec(source);
      if (!found || found[1] !== found[3]) return undefined;
      const close = from + 2 + found[2]!.length;
      return [
        { from, to: from + 2, insert: `${marks} ` },
        { from: close, to: close + 2, insert: "" },
      ];
    }
    case "bare":
      return undefined;
  }
}
