import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { createConnection } from "vscode-languageserver/node";
import { HeldMessages } from "../../server/src/lsp/held-messages.js";
import { serve } from "../../server/src/lsp/server.js";
import type { ServerHost } from "../../server/src/lsp/server-host.js";

it("says what the server can do before the rest is loaded, and then answers what came meanwhile in order", async () => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const held = new HeldMessages();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), {
    messageStrategy: held,
  });
  let load = (_: ServerHost) => {};
  const host = new Promise<ServerHost>((done) => {
    load = done;
  });
  serve(server, held, () => host);
  server.listen();
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();

  const uri = "file:///w/a.trip.md";
  const answers: string[] = [];
  const outline = async () => {
    const found = await client.sendRequest<{ name: string }[]>("textDocument/documentSymbol", {
      textDocument: { uri },
    });
    answers.push(found.map(({ name }) => name).join());
  };
  // A client need not wait for the answer before it goes on.
  const initialized = client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification("initialized", {});
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "trip-report", version: 1, text: "# A\n\n## Keynote\n" },
  });
  const first = outline();
  const contentChanges = [
    { range: { start: { line: 2, character: 3 }, end: { line: 2, character: 10 } }, text: "Panel" },
  ];
  expect(await initialized).toHaveProperty("capabilities.hoverProvider");
  expect(answers).toEqual([]);
  load({});
  await first;
  await client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges,
  });
  await outline();
  expect(answers).toEqual(["Keynote", "Panel"]);
  await client.sendRequest("shutdown");
  client.dispose();
});
