import { Uri } from "vscode";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";

/** Shows the active report at a glance, beside it; it follows what is typed. */
export function showOverview({ overviews }: CommandContext): () => Promise<void> {
  return async () => {
    const source = await activeReport();
    if (source) await overviews.show(source.uri);
  };
}

/** Shows all reports of the workspace at a glance. */
export function showOverviewOfAll({ overviews }: CommandContext): () => Promise<void> {
  return () => overviews.show(undefined);
}

/** Shows as text what the overview in front tells, or the overview of the active report. */
export function showOverviewAsText({ overviews }: CommandContext): () => Promise<void> {
  return async () => {
    const { inFront } = overviews;
    if (inFront) return overviews.showText(inFront.uri === undefined ? undefined : Uri.parse(inFront.uri));
    const source = await activeReport();
    if (source) await overviews.showText(source.uri);
  };
}

/** Shows the overview of all reports as text. */
export function showOverviewOfAllAsText({ overviews }: CommandContext): () => Promise<void> {
  return () => overviews.showText(undefined);
}
