import type { Analysis } from "../analysis.js";
import { makeCard } from "../index/make-card.js";
import { ReportIndex } from "../index/report-index.js";
import type { Reason } from "../publish/blockers.js";
import { element } from "../publish/html-element.js";
import { wholePage } from "../publish/html-page.js";
import { type PublishOptions, publish } from "../publish/publish.js";
import { isNarrower } from "../report/audiences.js";
import { Remembered } from "../report/remembered.js";
import { inEnglish } from "../text/message.js";
import { Text } from "../text/text.js";
import { reportHtml, reportParts, UNTITLED } from "./report-html.js";
import { overviewOf, type ReportOverview } from "./report-overview.js";
import { ALL_REPORTS, reportsHtml } from "./reports-html.js";
import { overviewOfAll } from "./reports-overview.js";
import { OVERVIEW_STYLE, OVERVIEW_STYLE_HASH } from "./style.js";
import { WordCount } from "./words.js";

/** A report as its readers may see it, or why there is nothing to show. */
export type ReadableReport =
  | { readonly kind: "readable"; readonly copy: Analysis; readonly overview: ReportOverview }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

/**
 * The overview of the copy that an audience would get. Comments that are not for it are counted, and nothing else is
 * known of them. Refused where a copy would be.
 */
export function readableOverview(
  analysis: Analysis,
  options: Omit<PublishOptions, "format" | "fragment">,
): ReadableReport {
  const format = analysis.format === "plain-text" ? "txt" : "md";
  const result = publish(analysis, { ...options, format, fragment: false });
  if (result.kind === "refused") return { kind: "refused", reasons: result.reasons };
  const { syntax, report } = result.copy;
  const copy: Analysis = {
    text: Text.of(syntax.text),
    format: syntax.format,
    syntax,
    report,
    remembered: new Remembered(),
  };
  const withheld = analysis.report.comments.filter(({ audience }) =>
    isNarrower(options.audiences, audience, options.audience),
  );
  const words = new WordCount(analysis, withheld).internalIn({ from: 0, to: analysis.text.content.length });
  const overview = overviewOf(copy, { comments: withheld.length, words });
  // A report that names no audience gets none in its copy either.
  return { kind: "readable", copy, overview: { ...overview, audience: options.audience } };
}

/** A page without script of one or more reports, made of the copies that its readers may see. */
export function overviewPage(reports: readonly Extract<ReadableReport, { kind: "readable" }>[]): string {
  const view = { isLinked: false, say: inEnglish };
  const [first] = reports;
  const isSingle = first !== undefined && reports.length === 1;
  const title = isSingle
    ? (first.overview.title ?? first.overview.event ?? inEnglish(UNTITLED))
    : inEnglish(ALL_REPORTS);
  return wholePage({
    title: `Overview: ${title}`,
    language: "en",
    style: OVERVIEW_STYLE,
    styleHash: OVERVIEW_STYLE_HASH,
    body: `${isSingle ? reportHtml(first.overview, view) : allHtml(reports)}\n`,
  });
}

function allHtml(reports: readonly Extract<ReadableReport, { kind: "readable" }>[]): string {
  const view = { isLinked: false, say: inEnglish };
  const index = new ReportIndex();
  for (const [number, { copy }] of reports.entries())
    index.put(String(number).padStart(6, "0"), makeCard(copy));
  const articles = reports.map(({ overview }) => {
    const { header, sections } = reportParts(overview, view, 2);
    return element("article", {}, [...header, ...sections]);
  });
  return reportsHtml(overviewOfAll(index), view, articles);
}
