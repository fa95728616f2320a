import type { CommandContext } from "./index.js";

/** Shows what the extension and its server have logged. */
export function showOutput({ log }: CommandContext): () => void {
  return () => log.show();
}
