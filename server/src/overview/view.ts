import type { Analysis } from "../analysis.js";
import type { ReportIndex } from "../index/report-index.js";
import type { Say } from "../text/message.js";
import { reportHtml } from "./report-html.js";
import { overviewOf } from "./report-overview.js";
import { reportsHtml } from "./reports-html.js";
import { overviewOfAll } from "./reports-overview.js";
import { OVERVIEW_STYLE } from "./style.js";
import { reportsText, reportText } from "./text.js";

/** An overview for an editor to show, as a page, in which titles lead to the text, and as text. */
export interface OverviewView {
  readonly title?: string;
  readonly html: string;
  readonly style: string;
  readonly text: string;
}

/** A report at a glance. */
export function reportView(analysis: Analysis, say: Say): OverviewView {
  const overview = overviewOf(analysis);
  return {
    ...(overview.title === undefined ? {} : { title: overview.title }),
    html: reportHtml(overview, { isLinked: true, say }),
    style: OVERVIEW_STYLE,
    text: reportText(overview, say),
  };
}

/** All reports at a glance. */
export function reportsView(index: ReportIndex, say: Say): OverviewView {
  const all = overviewOfAll(index);
  return {
    html: reportsHtml(all, { isLinked: true, say }),
    style: OVERVIEW_STYLE,
    text: reportsText(all, say),
  };
}
