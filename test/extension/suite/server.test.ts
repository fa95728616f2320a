import { deepEqual, notEqual, ok } from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as vscode from "vscode";
import {
  closeAll,
  extension,
  finding,
  newServer,
  noFinding,
  replace,
  servers,
  symbols,
  until,
  write,
} from "./workspace.js";

const code = "invisible-redacted-marker";
const report = "## A\n\n<Redacted comments>\n";

const restart = () => vscode.commands.executeCommand("tripReport.restartServer");

/** Checks that the server that runs now answers for this document: its findings follow an edit and come back. */
async function answers(editor: vscode.TextEditor) {
  await finding(editor.document, code);
  await replace(editor, "<Redacted comments>", "Fine.");
  await noFinding(editor.document, code);
  await replace(editor, "Fine.", "<Redacted comments>");
  await finding(editor.document, code);
}

describe("the language server", () => {
  afterEach(closeAll);

  it("comes back when it is killed, and the diagnostics with it", async () => {
    const editor = await write(report);
    await finding(editor.document, code);
    const before = await newServer();
    process.kill(before, "SIGKILL");
    notEqual(await newServer(before), before);
    await answers(editor);
    ok((await symbols(editor.document)).length === 1);
  });

  it("is replaced on command", async () => {
    const editor = await write(report);
    await finding(editor.document, code);
    const before = await newServer();
    await restart();
    notEqual(await newServer(before), before);
    await answers(editor);
  });

  it("comes back on command after it died too often", async () => {
    const editor = await write(report);
    await finding(editor.document, code);
    const killed: number[] = [];
    // The client gives up after a handful of deaths within minutes; one that is told to end is not waited for.
    for (let deaths = 0; deaths < 5; deaths++) {
      const server = await newServer(...killed);
      killed.push(server);
      process.kill(server, "SIGKILL");
      await until("its end", () => !servers().includes(server));
    }
    await restart();
    await newServer(...killed);
    await answers(editor);
  });

  it("ends with the extension's deactivation", async () => {
    const editor = await write(report);
    await finding(editor.document, code);
    const before = await newServer();
    // What the editor calls before it ends. The module is the very one that it has loaded.
    const { main } = extension.packageJSON as { readonly main: string };
    const client = createRequire(__filename)(join(extension.extensionPath, main)) as {
      deactivate(): Promise<void>;
    };
    await client.deactivate();
    await until("the server's end", () => !servers().includes(before));
    deepEqual(servers(), []);
    await restart();
    await answers(editor);
  });
});
