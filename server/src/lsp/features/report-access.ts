import { formatOf } from "../../workspace/report-files.js";
import { canonicalUri } from "../../workspace/uris.js";
import type { FeatureContext, OpenReport } from "../feature.js";

/** What a question about one report of the workspace needs to know of it. */
export type ReadReport = Pick<OpenReport, "analysis" | "config" | "terms" | "text">;

/** A report of the workspace as it is now, open or read from its file; undefined where the index has no such report. */
export async function readReport(
  { store, report, closed, index }: FeatureContext,
  uri: string,
): Promise<ReadReport | undefined> {
  const wanted = canonicalUri(uri);
  const own = store.all().find((document) => canonicalUri(document.uri) === wanted)?.uri;
  if (own !== undefined) return report(own);
  // Only what was found below the workspace's folders is read.
  const file = index.card(wanted) && (await closed.text(wanted));
  if (!file) return undefined;
  const { analyser, config, terms } = file.settings;
  const analysis = analyser.analyse(file.text, formatOf(wanted));
  return { analysis, config, terms, text: analysis.text };
}
