import { runEdit } from "../apply-edits.js";
import type { CommandContext } from "./context.js";

/** Makes the selections internal comments, or takes the marks of those they are in away. */
export function markInternal({ server }: CommandContext): () => Promise<void> {
  return () => runEdit(server, "markInternal");
}
