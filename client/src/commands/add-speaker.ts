import { runEdit } from "../apply-edits.js";
import type { CommandContext } from "./context.js";

/** Names one more speaker of the session at the cursor, as the report names them. */
export function addSpeaker({ server }: CommandContext): () => Promise<void> {
  return () => runEdit(server, "addSpeaker");
}
