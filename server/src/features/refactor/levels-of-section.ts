import { l10n } from "../../text/message.js";
import { type EditInput, type EditResult, refused } from "../edit-result.js";
import { levelEdits, levelsBelow } from "./levels.js";
import { rearrange } from "./rearrange.js";
import type { Refactoring } from "./refactoring.js";
import { linesOfSection, type Placed, placedAt } from "./sections.js";

export const promote: Refactoring = {
  id: "promote",
  kind: "refactor.rewrite",
  offers({ analysis }, { from }) {
    const placed = placedAt(analysis.report, from);
    return placed && placed.section.level > 1 && canChange(placed)
      ? [{ title: l10n.t("Promote this section") }]
      : [];
  },
  apply: (input, { from }) => shift(input, placedAt(input.analysis.report, from), -1),
};

export const demote: Refactoring = {
  id: "demote",
  kind: "refactor.rewrite",
  offers({ analysis }, { from }) {
    const placed = placedAt(analysis.report, from);
    return placed && canChange(placed) && isUnder(placed) ? [{ title: l10n.t("Demote this section") }] : [];
  },
  apply(input, { from }) {
    const placed = placedAt(input.analysis.report, from);
    if (placed && !isUnder(placed))
      return refused(l10n.t("There is no section above it that it could be part of."));
    return shift(input, placed, 1);
  },
};

function canChange({ section }: Placed): boolean {
  return section.style !== "bare";
}

/** Whether a section one level deeper would be part of the one before it. */
function isUnder({ section, siblings, index }: Placed): boolean {
  const before = siblings[index - 1];
  return before !== undefined && before.level <= section.level;
}

function shift(input: EditInput, placed: Placed | undefined, by: number): EditResult {
  if (!placed) return refused(l10n.t("There is no section at this place."));
  const { section } = placed;
  const edits = levelEdits(input.analysis, section, by);
  if (typeof edits === "string") return refused(edits);
  const blocks = [linesOfSection(input.analysis.text, section)];
  const levelOf = levelsBelow(section, by);
  return rearrange(input, { blocks, order: [0], edits, levelOf, cursor: section.heading });
}
