import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { readFileUri, stampOf, textUrisBelow } from "../workspace/node.js";
import { serve } from "./server.js";

/** The language server as a process: over standard input and output, or the channel an editor opened. */
const connection = createConnection(ProposedFeatures.all);
const credentials = async (text: string) => {
  const { findCredentials } = await import("../credentials/secretlint.js");
  return findCredentials(text);
};
serve(connection, {
  folders: { list: textUrisBelow, stamp: stampOf },
  read: readFileUri,
  docs: pathToFileURL(join(__dirname, "..", "docs", "rules")).href,
  credentials,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
});
connection.listen();
