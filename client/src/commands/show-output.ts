import type { CommandContext } from "./context.js";

/** Shows what the extension and its server have logged. */
export function showOutput({ log }: CommandContext): () => void {
  return () => log.show();
}
