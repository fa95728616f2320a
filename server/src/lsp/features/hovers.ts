import type { Hover } from "vscode-languageserver";
import { hover } from "../../features/hover.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toHover } from "../to-protocol.js";

export const hovers: Feature = ({ connection, answer }) => {
  connection.onHover(({ textDocument: { uri }, position }) =>
    answer<Hover | null>("hover", uri, null, ({ analysis, text }) => {
      const found = hover(analysis, fromPosition(text, position));
      return found ? toHover(text, found) : null;
    }),
  );
  return { hoverProvider: true };
};
