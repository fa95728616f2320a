import { l10n } from "../../text/message.js";
import { type EditCommand, refused } from "../edit-result.js";
import { moveSection } from "./move-section.js";

/** Moves the section at the selection to a given place: what dragging in a tree asks for. */
export const moveSectionTo: EditCommand = (input, [selection], { target }) =>
  selection && target
    ? moveSection(input, selection.from, target)
    : refused(l10n.t("There is no place to move it to."));
