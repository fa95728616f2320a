import type { Feature } from "../feature.js";
import { OVERVIEW_REQUEST, type OverviewAnswer, type OverviewParams } from "../protocol.js";
import { readReport } from "./report-access.js";

/** Reports at a glance, for an editor to show. The writer's own view: nothing is left out. */
export const overviews: Feature = (context) => {
  const { connection, indexer, answerAll, say } = context;
  connection.onRequest(OVERVIEW_REQUEST, ({ uri }: OverviewParams) =>
    answerAll<OverviewAnswer>("overview", async () => {
      const { reportsView, reportView } = await import("../../overview/view.js");
      if (uri === undefined) {
        const index = await indexer.complete();
        return { ...reportsView(index, say), uris: index.uris() };
      }
      await indexer.current();
      const found = await readReport(context, uri);
      return found ? { ...reportView(found.analysis, say), uris: [uri] } : null;
    }),
  );
};
