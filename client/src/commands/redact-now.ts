import { runEdit } from "../apply-edits.js";
import type { CommandContext } from "./context.js";

/** Replaces the internal comment at the cursor by the redacted marker. */
export function redactNow({ server }: CommandContext): () => Promise<void> {
  return () => runEdit(server, "redactNow");
}
