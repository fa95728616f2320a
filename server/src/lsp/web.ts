import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { HeldMessages } from "./held-messages.js";
import { serve } from "./server.js";

/** The language server in a web worker: it has no files of its own and asks the client for those of the workspace. */
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const held = new HeldMessages();
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
  { messageStrategy: held },
);
serve(connection, held, async () => ({
  links: () => import("./features/link-service.js"),
  agendas: () => import("../agenda/read.js"),
  credentials: async (text) => (await import("../credentials/find.js")).findCredentials(text),
  pause: turns(),
}));
connection.listen();

/** Turns for everything that waits, by messages to oneself: a timer would wait at least four milliseconds each time. */
function turns(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.addEventListener("message", () => waiting.shift()?.());
  port2.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port1.postMessage(undefined);
    });
}
