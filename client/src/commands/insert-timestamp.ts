import { runEdit } from "../apply-edits.js";
import { timeOfDay } from "../time-of-day.js";
import type { CommandContext } from "./context.js";

/** Writes the time at the cursor, as the report writes its times. */
export function insertTimestamp({ server }: CommandContext): () => Promise<void> {
  return () => runEdit(server, "insertTimestamp", { time: timeOfDay() });
}
