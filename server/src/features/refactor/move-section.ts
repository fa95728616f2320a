import { allSections, type Section } from "../../report/model.js";
import { l10n } from "../../text/message.js";
import type { Span } from "../../text/span.js";
import { type EditInput, type EditResult, type MoveTarget, refused } from "../edit-result.js";
import { levelEdits, levelsBelow } from "./levels.js";
import { rearrange } from "./rearrange.js";
import { boundary, linesOfSection } from "./sections.js";

/**
 * Moves a section with all below it beside another one, or to the end of it. `heading` and the target's are offsets
 * of headings. It gets the level that it needs there. Refused where it would change what is internal, or other headings.
 */
export function moveSection(input: EditInput, heading: number, target: MoveTarget): EditResult {
  const { text, report } = input.analysis;
  const all = allSections(report.sections);
  const at = (offset: number) => all.find((one) => one.heading.from <= offset && offset <= one.heading.to);
  const section = at(heading);
  const beside = at(target.heading);
  if (!section || !beside) return refused(l10n.t("There is no section at this place."));
  if (section.from <= beside.from && beside.to <= section.to)
    return refused(l10n.t("A section cannot be moved into itself."));
  const by = levelAt(beside, target, section) - section.level;
  const edits = levelEdits(input.analysis, section, by);
  if (typeof edits === "string") return refused(edits);
  const own = linesOfSection(text, section);
  const place = target.place === "before" ? linesOfSection(text, beside).from : boundary(text, beside.to);
  const blocks = adjacent(own, place);
  if (blocks.length === 1 && by === 0) return refused(l10n.t("The section stands there already."));
  return rearrange(input, {
    blocks,
    order: blocks.length === 1 ? [0] : [1, 0],
    edits,
    levelOf: levelsBelow(section, by),
    cursor: section.heading,
  });
}

/** The section's lines and what it is moved past; itself alone where it stays. */
function adjacent(own: Span, place: number): Span[] {
  if (place < own.from) return [{ from: place, to: own.from }, own];
  if (place > own.to) return [own, { from: own.to, to: place }];
  return [own];
}

/** The level of a section beside or below another one. */
function levelAt(beside: Section, { place }: MoveTarget, section: Section): number {
  if (place !== "into") return beside.level;
  const [first] = beside.children;
  return first?.level ?? (section.level > beside.level ? section.level : beside.level + 1);
}
