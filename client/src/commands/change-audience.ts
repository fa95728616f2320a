import { runEdit } from "../apply-edits.js";
import type { CommandContext } from "./context.js";

/** Says for whom the internal comment at the cursor is. */
export function changeAudience({ server }: CommandContext): () => Promise<void> {
  return () => runEdit(server, "changeAudience");
}
