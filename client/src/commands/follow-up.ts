import { runEdit } from "../apply-edits.js";
import type { CommandContext } from "./context.js";

/** Adds something to do about the selection or the session; ticks it where there is one. */
export function followUp({ server }: CommandContext): () => Promise<void> {
  return () => runEdit(server, "followUp");
}
