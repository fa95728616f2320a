import { equal } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, symbols, until, write } from "./workspace.js";

const report = "---\ntype: trip-report\n---\n\n## A\n";

/** Sets `tripReport.detectFrontMatter` for the workspace; without a value, takes it back. */
const setDetection = (value?: boolean) =>
  vscode.workspace
    .getConfiguration("tripReport")
    .update("detectFrontMatter", value, vscode.ConfigurationTarget.Workspace);

describe("settings", () => {
  afterEach(async () => {
    await setDetection();
    await closeAll();
  });

  it("tripReport.detectFrontMatter takes effect without a reload, off and on again", async () => {
    await setDetection(false);
    const left = (await write(report, "left.md")).document;
    await symbols(left);
    equal(left.languageId, "markdown");
    await setDetection(true);
    const taken = (await write(report, "taken.md")).document;
    await until("a report", () => taken.languageId === "trip-report");
    equal(left.languageId, "markdown", "a document that is open stays what it is");
  });

  it("tripReport.treatAsReport works where front matter is not looked for", async () => {
    await setDetection(false);
    const { document } = await write(report, "asked.md");
    await vscode.commands.executeCommand("tripReport.treatAsReport");
    equal(document.languageId, "trip-report");
    await until("symbols", async () => (await symbols(document)).length > 0);
  });

  it("reports wrap their lines unless the user says otherwise", async () => {
    const { document } = await write(report);
    const wrap = () => vscode.workspace.getConfiguration("editor", document).get("wordWrap");
    equal(wrap(), "on");
    const settings = () => vscode.workspace.getConfiguration("", { languageId: "trip-report" });
    const target = vscode.ConfigurationTarget.Workspace;
    await settings().update("editor.wordWrap", "off", target, true);
    await until("the user's setting", () => wrap() === "off");
    await settings().update("editor.wordWrap", undefined, target, true);
  });

  it("suggestions do not take the Tab key from a snippet's places", async () => {
    const { document } = await write(report);
    const editor = vscode.workspace.getConfiguration("editor", document);
    equal(editor.get("suggest.snippetsPreventQuickSuggestions"), true);
  });
});
