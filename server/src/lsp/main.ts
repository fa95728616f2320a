import { Console } from "node:console";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures, StreamMessageWriter } from "vscode-languageserver/node";
import { cacheFile, diskFiles, gitUserName, textFilesBelow } from "../workspace/node.js";
import { nodeCards } from "../workspace/node-cards.js";
import { Encoder } from "./encoding.js";
import { serve } from "./server.js";

/** The language server as a process: over standard input and output, or the channel an editor opened. */
const connection = process.argv.includes("--stdio")
  ? overStandardStreams()
  : createConnection(ProposedFeatures.all);
/** Whoever started the server does not trust the folders it serves: no other program is told to look at them. */
const restricted = process.argv.includes("--restricted");
const credentials = async (text: string) => {
  const { findCredentials } = await import("../credentials/secretlint.js");
  return findCredentials(text);
};
serve(connection, {
  files: restricted ? { ...diskFiles, list: (folder) => textFilesBelow(folder, true) } : diskFiles,
  cards: (read, log) => nodeCards(join(__dirname, "index-worker.js"), read, log),
  cache: cacheFile,
  docs: pathToFileURL(join(__dirname, "..", "docs", "rules")).href,
  links: () => import("./features/link-service.js"),
  agendas: () => import("../agenda/read.js"),
  ...(restricted ? {} : { author: gitUserName }),
  credentials,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
});
connection.listen();

/** A connection that writes large answers piece by piece; standard output is its own, whoever prints prints elsewhere. */
function overStandardStreams() {
  globalThis.console = new Console(process.stderr);
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: new Encoder() });
  // The library takes a writer beside a stream as well, and then ends the process when the stream ends.
  const output = writer as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, output);
}
