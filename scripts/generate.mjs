// `npm run generate`: writes the files that are made of the code: pages, the settings' schema, the messages for translators.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundled } from "./bundled.mjs";
import { installDependencies, root } from "./setup.mjs";

installDependencies();
const { generatedFiles } = await bundled("scripts/generated.ts", "generated.cjs");
rmSync(join(root, "docs/rules"), { recursive: true, force: true });
for (const [path, content] of Object.entries(generatedFiles(root))) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
