import { takesLink } from "../../links/takes-link.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { TAKES_LINK_REQUEST, type TakesLinkParams } from "../protocol.js";

/** Tells an editor whether an address pasted over a selection can make a link of it. */
export const linkPaste: Feature = ({ connection, answer }) => {
  connection.onRequest<boolean, void>(TAKES_LINK_REQUEST, ({ uri, ranges }: TakesLinkParams) =>
    answer("paste", uri, false, ({ analysis, text }) =>
      ranges.every(({ start, end }) =>
        takesLink(analysis.syntax, { from: fromPosition(text, start), to: fromPosition(text, end) }),
      ),
    ),
  );
};
