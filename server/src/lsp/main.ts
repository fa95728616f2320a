import { Console } from "node:console";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { Encoder } from "./encoding.js";
import type { FindingsJob, FindingsResult } from "./findings-job.js";
import { HeldMessages } from "./held-messages.js";
import { serve } from "./server.js";
import type { ServerHost } from "./services.js";

/** The language server as a process: over standard input and output, or the channel an editor opened. */
const held = new HeldMessages();
const options: ConnectionOptions = { messageStrategy: held };
const connection = process.argv.includes("--stdio")
  ? overStandardStreams()
  : createConnection(ProposedFeatures.all, options);
/** Whoever started the server does not trust the folders it serves: no other program is told to look at them. */
const restricted = process.argv.includes("--restricted");
serve(connection, held, thisMachine);
connection.listen();

async function thisMachine(): Promise<ServerHost> {
  const [{ cacheFile, diskFiles, gitUserName, textFilesBelow }, { nodeCards }, memory, threads, pool] =
    await Promise.all([
      import("../workspace/node.js"),
      import("../workspace/node-cards.js"),
      import("../workspace/node-memory.js"),
      import("../workspace/node-threads.js"),
      import("../workspace/pool.js"),
    ]);
  memory.keepSmall();
  return {
    files: restricted ? { ...diskFiles, list: (folder) => textFilesBelow(folder, true) } : diskFiles,
    cards: (read, log) => nodeCards(join(__dirname, "index-worker.js"), read, log),
    findings: (log) => (here) =>
      new pool.Pool<FindingsJob, FindingsResult>({
        size: threads.threadCount(),
        start: () => threads.startThread(join(__dirname, "findings-worker.js")),
        here,
        log,
      }),
    cache: cacheFile,
    docs: pathToFileURL(join(__dirname, "..", "docs", "rules")).href,
    links: () => import("./features/link-service.js"),
    agendas: () => import("../agenda/read.js"),
    ...(restricted ? {} : { author: gitUserName }),
    credentials: async (text) => (await import("../credentials/find.js")).findCredentials(text),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

/** A connection that writes large answers piece by piece; standard output is its own, whoever prints prints elsewhere. */
function overStandardStreams(): Connection {
  globalThis.console = new Console(process.stderr);
  const writer = new StreamMessageWriter(process.stdout, { contentTypeEncoder: new Encoder() });
  // The library takes a writer beside a stream as well, and then ends the process when the stream ends.
  const output = writer as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, output, options);
}
