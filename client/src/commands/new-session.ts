import { runEdit } from "../apply-edits.js";
import { timeOfDay } from "../time-of-day.js";
import type { CommandContext } from "./context.js";

/** Begins a session behind the one at the cursor, with placeholders for title and speaker. */
export function newSession({ server }: CommandContext): () => Promise<void> {
  return () => runEdit(server, "newSession", { time: timeOfDay() });
}
