import type { EditCommand } from "../edit-result.js";
import { moveSectionTo } from "../refactor/move-section-to.js";
import { addSpeaker } from "./add-speaker.js";
import { changeAudience } from "./change-audience.js";
import { followUp } from "./follow-up.js";
import { insertTimestamp } from "./insert-timestamp.js";
import { markInternal } from "./mark-internal.js";
import { newSession } from "./new-session.js";
import { redactNow } from "./redact-now.js";
import { waiveSuspect } from "./waive-suspect.js";

/** Every command that changes a report at its selections, by the name it is asked for: the only place that lists them. */
export const editCommands = {
  markInternal,
  changeAudience,
  redactNow,
  insertTimestamp,
  newSession,
  addSpeaker,
  followUp,
  moveSection: moveSectionTo,
  waiveSuspect,
} as const satisfies Readonly<Record<string, EditCommand>>;
