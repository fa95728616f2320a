import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { outline } from "../../server/src/features/outline.js";

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

/** Megabytes in use behind a collection. */
function used(): number {
  collect();
  return getHeapStatistics().used_heap_size / 2 ** 20;
}

it("what is remembered of blocks does not hold the texts of the versions they were read in", () => {
  const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
  const talk =
    "### “Ten long winters” {.internal} (Ilse Varnholt, Elm Labs)\n\nSome words about what was said there.\n\nTODO look at the slides of this talk\n\n";
  let analysis = analyser.analyse(talk.repeat(1500), "markdown");
  diagnostics(analysis, { config: DEFAULT_CONFIG });
  const before = used();
  for (let edit = 0; edit < 60; edit++) {
    const from = analysis.text.lineStart(edit * 24) + 6;
    const typed = { from, to: from, insert: "x" };
    analysis = analyser.update(analysis, analysis.text.replace(typed), [typed]);
    diagnostics(analysis, { config: DEFAULT_CONFIG });
    outline(analysis);
  }
  // Each version's text takes 0.4 MB.
  expect(analysis.text.length * 2).toBeGreaterThan(400_000);
  expect(used() - before).toBeLessThan(10);
});
