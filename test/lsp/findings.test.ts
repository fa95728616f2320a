import fc from "fast-check";
import { expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { type PlacedFinding, placedFinding } from "../../server/src/features/placed-findings.js";
import { Findings } from "../../server/src/lsp/findings.js";
import type { FindingsJob, FindingsResult } from "../../server/src/lsp/findings-job.js";
import { Pool } from "../../server/src/workspace/pool.js";
import { SettingsStore } from "../../server/src/workspace/settings-store.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { fakeThread } from "../support/fake-threads.js";
import { indexOf } from "../support/memory-workspace.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** Names that are slips of each other, some where other reports do not hear of them. */
const named = fc
  .array(
    fc.tuple(
      fc.constantFrom("Ilse Varnholt", "Ilse Varnhold", "Ilse Warnholt", "Jo Lindqvist", "Jo Lindquist"),
      fc.boolean(),
    ),
    { maxLength: 4 },
  )
  .map((talks) =>
    talks
      .map(([name, hidden], at) =>
        hidden ? `:::internal\n## Talk ${at} (${name})\n\na\n:::\n` : `## Talk ${at} (${name})\n\na\n`,
      )
      .join("\n"),
  );

it("what is found in closed reports is what their analysis finds, whatever names were expected and whichever threads die", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(named, arbitraryReport), { minLength: 1, maxLength: 40 }),
      fc.array(fc.constantFrom("Ilse Varnhold", "Jo Lindquist", "Somebody Else"), { maxLength: 2 }),
      fc.infiniteStream(fc.integer({ min: -1, max: 9 })),
      async (texts, likely, fates) => {
        const reports = Object.fromEntries(texts.map((text, at) => [`${at}.trip.md`, text]));
        const index = indexOf(reports);
        const names = index.names();
        const read = async (uri: string) => reports[uri.slice("file:///w/".length)];
        const fate = () => fates.next().value as number;
        const findings = new Findings(
          read,
          (here) =>
            new Pool<FindingsJob, FindingsResult>({
              size: 2,
              start: () => fakeThread(here, fate),
              here,
              log: () => {},
            }),
        );
        const settings = await new SettingsStore(async () => undefined).for("file:///w/a.trip.md");
        const found = new Map<string, readonly PlacedFinding[] | undefined>();
        await findings.each(index.uris(), async (uri, find) => {
          found.set(uri, await find({ uri, stamp: "1", size: 1 }, settings, names, likely));
        });
        for (const uri of index.uris()) {
          const analysis = analyser.analyse((await read(uri))!, "markdown");
          const all = diagnostics(analysis, { config: DEFAULT_CONFIG, terms: settings.terms, names });
          expect(found.get(uri)).toEqual(
            JSON.parse(JSON.stringify(all.map((one) => placedFinding(analysis.text, one)))),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});
