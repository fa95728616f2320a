import type { DocumentLink } from "vscode-languageserver";
import type { Feature } from "../feature.js";
import { ask } from "./links.js";

/** The links of a report that a click follows; where a link within the workspace leads is told when it is followed. */
export const documentLinks: Feature = (context) => {
  const { connection, answer, answerAll } = context;
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answer<DocumentLink[]>(
      "document links",
      uri,
      [],
      async () => (await ask(context, token, (service) => service.documentLinks(uri, token))) ?? [],
    ),
  );
  connection.onDocumentLinkResolve((link, token) =>
    answerAll<DocumentLink>(
      "document link",
      async () => (await ask(context, token, (service) => service.resolveLink(link, token))) ?? link,
    ),
  );
};
