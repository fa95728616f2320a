import type { CommandContext } from "./context.js";

/** Replaces the running language server by a fresh one. */
export function restartServer({ server }: CommandContext): () => Promise<void> {
  return () => server.restart();
}
