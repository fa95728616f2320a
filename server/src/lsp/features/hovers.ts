import type { Hover } from "vscode-languageserver";
import { hover } from "../../features/hover.js";
import { speakerHover } from "../../features/speaker-hover.js";
import { canonicalUri } from "../../workspace/uris.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toHover } from "../to-protocol.js";

export const hovers: Feature = ({ connection, client, answer, indexer, say }) => {
  connection.onHover(({ textDocument: { uri }, position }) =>
    answer<Hover | null>("hover", uri, null, async ({ analysis, text }) => {
      const offset = fromPosition(text, position);
      const index = await indexer.current();
      const found =
        speakerHover(analysis, canonicalUri(uri), offset, index, say) ?? hover(analysis, offset, say);
      return found ? toHover(text, found, client.textDocument?.hover?.contentFormat) : null;
    }),
  );
};
