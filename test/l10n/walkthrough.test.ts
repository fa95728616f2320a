import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { wrongGermanQuotes } from "../support/check-translation.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

it.each(manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)))(
  "the German of the walkthrough's %s is in German quotation marks",
  (path) => {
    const page = readFileSync(join(root, path.replace(/\.md$/, ".nls.de.md")), "utf8");
    expect(wrongGermanQuotes(page.replace(/^```[\s\S]*?^```$/gm, ""))).toEqual([]);
  },
);
