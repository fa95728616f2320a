import { reportHtml } from "../../overview/report-html.js";
import { overviewOf } from "../../overview/report-overview.js";
import { reportsHtml } from "../../overview/reports-html.js";
import { overviewOfAll } from "../../overview/reports-overview.js";
import { OVERVIEW_STYLE } from "../../overview/style.js";
import { reportsText, reportText } from "../../overview/text.js";
import type { Feature } from "../feature.js";
import { OVERVIEW_REQUEST, type OverviewAnswer, type OverviewParams } from "../protocol.js";
import { readReport } from "./report-access.js";

/** Reports at a glance, for an editor to show. The writer's own view: nothing is left out. */
export const overviews: Feature = (context) => {
  const { connection, indexer, answerAll, say } = context;
  // In an editor titles lead to the text.
  const view = { isLinked: true, say };
  connection.onRequest(OVERVIEW_REQUEST, ({ uri }: OverviewParams) =>
    answerAll<OverviewAnswer>("overview", async () => {
      if (uri === undefined) {
        const index = await indexer.complete();
        const all = overviewOfAll(index);
        return {
          html: reportsHtml(all, view),
          style: OVERVIEW_STYLE,
          text: reportsText(all, say),
          uris: index.uris(),
        };
      }
      await indexer.current();
      const found = await readReport(context, uri);
      if (!found) return null;
      const overview = overviewOf(found.analysis);
      return {
        ...(overview.title === undefined ? {} : { title: overview.title }),
        html: reportHtml(overview, view),
        style: OVERVIEW_STYLE,
        text: reportText(overview, say),
        uris: [uri],
      };
    }),
  );
  return {};
};
