import { allSections, type Section } from "../../report/model.js";
import { l10n } from "../../text/message.js";
import { refused } from "../edit-result.js";
import { moveSection } from "./move-section.js";
import type { Refactoring } from "./refactoring.js";
import { type Placed, placedAt } from "./sections.js";

/** So many days or lists are offered at most. */
const MAX_DAYS = 6;

export const moveUp: Refactoring = {
  id: "move-up",
  kind: "refactor.move",
  offers({ analysis }, { from }) {
    const placed = placedAt(analysis.report, from);
    return placed && neighbour(placed, -1) ? [{ title: l10n.t("Move this section up") }] : [];
  },
  apply(input, { from }) {
    const placed = placedAt(input.analysis.report, from);
    const before = placed && neighbour(placed, -1);
    if (!placed || !before) return refused(l10n.t("There is no section above it to move past."));
    return moveSection(input, placed.section.from, { place: "before", heading: before.from });
  },
};

export const moveDown: Refactoring = {
  id: "move-down",
  kind: "refactor.move",
  offers({ analysis }, { from }) {
    const placed = placedAt(analysis.report, from);
    return placed && neighbour(placed, 1) ? [{ title: l10n.t("Move this section down") }] : [];
  },
  apply(input, { from }) {
    const placed = placedAt(input.analysis.report, from);
    const behind = placed && neighbour(placed, 1);
    if (!placed || !behind) return refused(l10n.t("There is no section below it to move past."));
    return moveSection(input, placed.section.from, { place: "after", heading: behind.from });
  },
};

export const moveToDay: Refactoring = {
  id: "move-to-day",
  kind: "refactor.move",
  offers({ analysis }, { from }) {
    const { report } = analysis;
    const placed = placedAt(report, from);
    if (!placed || placed.section.kind === "group") return [];
    const { section, parent } = placed;
    return allSections(report.sections)
      .filter(
        (one) =>
          one.kind === "group" && one !== parent && !(one.from <= section.from && section.to <= one.to),
      )
      .filter((one) => !(section.from <= one.from && one.to <= section.to))
      .slice(0, MAX_DAYS)
      .map((group) => ({ title: l10n.t("Move this section to “{0}”", group.title), argument: group.from }));
  },
  apply(input, { from }, argument) {
    const placed = placedAt(input.analysis.report, from);
    if (!placed || argument === undefined) return refused(l10n.t("There is no section at this place."));
    return moveSection(input, placed.section.from, { place: "into", heading: argument });
  },
};

/** The section before or behind it; one of another level is no neighbour, for past it headings would change their parents. */
function neighbour({ section, siblings, index }: Placed, by: -1 | 1): Section | undefined {
  const found = siblings[index + by];
  return found?.level === section.level ? found : undefined;
}
