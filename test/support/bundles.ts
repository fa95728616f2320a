import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildAll } from "../../scripts/build.mjs";

/** Tests that start programs of ours want their bundles; without them each would wait in vain. */
export default async function setup(): Promise<void> {
  if (!existsSync(fileURLToPath(new URL("../../dist/server.js", import.meta.url)))) await buildAll();
}
