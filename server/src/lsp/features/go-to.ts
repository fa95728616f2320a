import { nextPlace, placesOf } from "../../features/next-place.js";
import { anchorsOf } from "../../links/anchors.js";
import { slugger } from "../../links/slugger.js";
import { allSections } from "../../report/model.js";
import { plainTextOf } from "../../syntax/plain.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import {
  HEADING_ANCHOR_REQUEST,
  type HeadingAnchorParams,
  NEXT_PLACE_REQUEST,
  type NextPlaceAnswer,
  type NextPlaceParams,
} from "../protocol.js";
import { toRange } from "../to-protocol.js";
import { type ReadReport, readReport } from "./report-access.js";

/** Going from one session or internal comment to the next, and the anchors that lead to headings. */
export const goTo: Feature = (context) => {
  const { connection, answer, answerAll, indexer } = context;
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
};

/** The name that a heading has in its published page: its own one, else what is made of its words, numbered where others have it too. */
function anchorAt({ analysis }: ReadReport, offset: number): string | undefined {
  const { syntax, report, text } = analysis;
  const section = allSections(report.sections).find(
    ({ heading }) => heading.from <= offset && offset <= heading.to,
  );
  if (!section) return undefined;
  const own = new Map(anchorsOf(syntax).map(({ heading, name }) => [heading, name]));
  const name = own.get(section.heading.from);
  if (name !== undefined) return name;
  const made = syntax.blocks
    .filter(({ from }) => from <= section.heading.from && !own.has(from))
    .filter(({ tree }) => tree.type.name.includes("Heading"))
    .map(({ tree, from }) => slugger.fromHeading(plainTextOf(text.content, tree, from).text).value);
  const anchor = made.at(-1);
  const before = made.filter((one) => one === anchor).length - 1;
  // A heading that is no Markdown heading has no anchor.
  if (!anchor || section.style === "bold" || section.style === "bare") return undefined;
  return before > 0 ? `${anchor}-${before}` : anchor;
}
