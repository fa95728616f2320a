import { equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, extension, files, open, until } from "./workspace.js";

describe("activation", () => {
  afterEach(closeAll);

  it("leaves a plain README.md to Markdown", async () => {
    const { document } = await open(files.readme);
    equal(document.languageId, "markdown");
  });

  it("starts when a report opens", async () => {
    ok(extension, "the extension is installed");
    const { document } = await open(files.report);
    equal(document.languageId, "trip-report");
    await until("the extension's activation", () => extension?.isActive);
  });

  it("takes a report in a folder with spaces and non-ASCII letters", async () => {
    const { document } = await open(files.nonAscii);
    equal(document.languageId, "trip-report");
    ok(document.getText().includes("Würfel"));
    equal(vscode.window.activeTextEditor?.document, document);
  });
});
