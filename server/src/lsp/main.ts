import { Console } from "node:console";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/node";
import type { FindingsJob, FindingsResult } from "./findings-job.js";
import { HeldMessages } from "./held-messages.js";
import { serve } from "./server.js";
import type { ServerHost } from "./server-host.js";
import { AnswerWriter, InputReader } from "./standard-streams.js";

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
  const compileLazily = compileWhole();
  const [{ cacheFile, diskFiles, gitUserName, textFilesBelow }, { nodeCards }, memory, threads, pool] =
    await Promise.all([
      import("../workspace/node.js"),
      import("../workspace/node-cards.js"),
      import("../workspace/node-memory.js"),
      import("../workspace/node-threads.js"),
      import("../workspace/pool.js"),
    ]);
  compileLazily();
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

/**
 * Has what is loaded compiled as a whole until the answered function is called. Where Node keeps what it compiled, it then keeps
 * all of it: else each function that the first answers need is compiled anew at each start, when it is called.
 */
function compileWhole(): () => void {
  // Since Node 22.8; other hosts of it may allow no flags by now.
  const { getCompileCacheDir } = nodeModule as { getCompileCacheDir?(): string | undefined };
  if (process.versions.electron !== undefined || getCompileCacheDir?.() === undefined) return () => {};
  setFlagsFromString("--no-lazy");
  return () => setFlagsFromString("--lazy");
}

/** Standard output is the connection's own, whoever prints prints elsewhere. */
function overStandardStreams(): Connection {
  globalThis.console = new Console(process.stderr);
  const writer = new AnswerWriter(process.stdout);
  const reader = new InputReader(process.stdin, writer, (code, problem) => {
    if (problem !== undefined)
      console.error(`trip-report-language-server: standard input is no longer read: ${problem}`);
    process.exit(code);
  });
  return createConnection(ProposedFeatures.all, reader, writer, options);
}
