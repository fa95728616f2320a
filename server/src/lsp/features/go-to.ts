import { nextPlace, placesOf } from "../../features/next-place.js";
import { SessionFinder } from "../../features/views/find-sessions.js";
import { anchorsOf } from "../../links/anchors.js";
import { slugger } from "../../links/slugger.js";
import { allSections } from "../../report/model.js";
import { topBlocks } from "../../syntax/blocks.js";
import { plainTextOf } from "../../syntax/plain.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import {
  FIND_SESSIONS_REQUEST,
  type FindSessionsParams,
  HEADING_ANCHOR_REQUEST,
  type HeadingAnchorParams,
  NEXT_PLACE_REQUEST,
  type NextPlaceAnswer,
  type NextPlaceParams,
  type SessionItem,
} from "../protocol.js";
import { toRange } from "../to-protocol.js";
import { type ReadReport, readReport } from "./report-access.js";
import { toSessionItem } from "./views.js";

/** More than anybody looks through: the next letter typed makes another query. */
const MOST = 200;

/** Going to sessions by name, from one session or internal comment to the next, and the links that lead to headings. */
export const goTo: Feature = (context) => {
  const { connection, answer, answerAll, indexer } = context;
  const finder = new SessionFinder();
  connection.onRequest(FIND_SESSIONS_REQUEST, ({ query }: FindSessionsParams) =>
    answerAll<readonly SessionItem[]>("sessions by name", async () =>
      finder.find(await indexer.current(), query, MOST).map(toSessionItem),
    ),
  );
  connection.onRequest(NEXT_PLACE_REQUEST, ({ uri, position, what, direction }: NextPlaceParams) =>
    answer<NextPlaceAnswer>("next place", uri, null, ({ text, analysis }) => {
      const places = placesOf(analysis.report, what === "internal" ? what : "session");
      const found = nextPlace(
        places,
        fromPosition(text, position),
        direction === "next" ? direction : "previous",
      );
      return { count: places.length, ...(found ? { range: toRange(text, found) } : {}) };
    }),
  );
  connection.onRequest(HEADING_ANCHOR_REQUEST, ({ uri, position }: HeadingAnchorParams) =>
    answerAll<string | null>("heading's anchor", async () => {
      await indexer.current();
      const found = await readReport(context, uri);
      return (found && anchorAt(found, fromPosition(found.text, position))) ?? null;
    }),
  );
  return {};
};

/** The name that a heading has in its published page: its own one, else what is made of its words. */
function anchorAt({ analysis }: ReadReport, offset: number): string | undefined {
  const { syntax, report, text } = analysis;
  const section = allSections(report.sections).find(
    ({ heading }) => heading.from <= offset && offset <= heading.to,
  );
  if (!section) return undefined;
  const { from, to } = section.heading;
  const own = anchorsOf(syntax).find(({ heading }) => heading === from);
  if (own) return own.name;
  const block = topBlocks(syntax.tree).find((one) => one.from <= from && from < one.from + one.tree.length);
  const words = block ? plainTextOf(text.content, block.tree, block.from).text : text.content.slice(from, to);
  return slugger.fromHeading(words).value || undefined;
}
