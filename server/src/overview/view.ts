import type { Analysis } from "../analysis.js";
import type { ReportIndex } from "../index/report-index.js";
import { reportHtml } from "./report-html.js";
import { overviewOf } from "./report-overview.js";
import { reportsHtml } from "./reports-html.js";
import { overviewOfAll } from "./reports-overview.js";
import { OVERVIEW_STYLE } from "./style.js";
import { reportsText, reportText } from "./text.js";

/** An overview for an editor to show, as a page and as text. */
export interface OverviewView {
  readonly title?: string;
  readonly html: string;
  readonly style: string;
  readonly text: string;
}

/** In an editor titles lead to the text. */
const VIEW = { isLinked: true };

/** A report at a glance. */
export function reportView(analysis: Analysis): OverviewView {
  const overview = overviewOf(analysis);
  return {
    ...(overview.title === undefined ? {} : { title: overview.title }),
    html: reportHtml(overview, VIEW),
    style: OVERVIEW_STYLE,
    text: reportText(overview),
  };
}

/** All reports at a glance. */
export function reportsView(index: ReportIndex): OverviewView {
  const all = overviewOfAll(index);
  return { html: reportsHtml(all, VIEW), style: OVERVIEW_STYLE, text: reportsText(all) };
}
