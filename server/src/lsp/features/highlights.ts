import type { DocumentHighlight } from "vscode-languageserver";
import { mentions } from "../../features/speakers.js";
import type { Feature } from "../feature.js";
import { toRange } from "../to-protocol.js";
import { linkHighlights } from "./links.js";
import { pointedPerson } from "./speakers.js";

/** The places of a report that name the same speaker, or link to the same. */
export const highlights: Feature = (context) => {
  context.connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    context.answerAll<DocumentHighlight[]>("highlights", async () => {
      const pointed = await pointedPerson(context, uri, position);
      if (!pointed) return linkHighlights(context, uri, position, token);
      const { report, person, index } = pointed;
      return mentions(report.analysis, person.keys, (key) => index.identity(key)).map((span) => ({
        range: toRange(report.text, span),
      }));
    }),
  );
};
