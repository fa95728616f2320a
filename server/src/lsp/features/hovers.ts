import { hover } from "../../features/hover.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toHover } from "../to-protocol.js";

export const hovers: Feature = ({ connection, report, guarded }) => {
  connection.onHover(({ textDocument, position }) =>
    guarded("hover", () => {
      const document = report(textDocument.uri);
      const found = document && hover(document.analysis(), fromPosition(document.text, position));
      return found ? toHover(document.text, found) : null;
    }),
  );
  return { hoverProvider: true };
};
