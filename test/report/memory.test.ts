import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { outline } from "../../server/src/features/outline.js";
import { cardJson } from "../../server/src/index/make-card.js";

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as (how?: { readonly type: "minor" }) => void;

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

/** Kilobytes in the old generation, whether anything still needs them or not. */
function old(): number {
  const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === "old_space");
  return space!.space_used_size / 2 ** 10;
}

it("a report that was read goes with the young generation", () => {
  const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
  const text = `---
type: trip-report
authors: Ada Brook
---
# Elm Days 2031

## Keynote: ten long winters (Ilse Varnholt, Elm Labs)

> [!internal] They will be late.

${"- Some words about what was said there, and more than that. TODO ask @jo\n".repeat(200)}
<internal>

They may not sign.

</internal>

See <https://elm.example/talks> or jo@elm.example.
`;
  const read = () => {
    // A text of its own each time, as files are.
    const analysis = analyser.analyse(`${text}${Math.random()}`, "markdown");
    diagnostics(analysis, { config: DEFAULT_CONFIG });
    outline(analysis);
    return cardJson(analysis).length;
  };
  for (let warm = 0; warm < 100; warm++) read();
  collect();
  const before = old();
  for (let at = 0; at < 100; at++) {
    expect(read()).toBeGreaterThan(0);
    // Two rounds are what survives two of them.
    if (at % 5 === 4) for (let round = 0; round < 2; round++) collect({ type: "minor" });
  }
  // Else everything that is known of it, some hundred kilobytes.
  expect((old() - before) / 100).toBeLessThan(60);
});
