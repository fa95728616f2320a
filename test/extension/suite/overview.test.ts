import { equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, replace, until, write } from "./workspace.js";

const report = `---
type: trip-report
title: A Day at Sea
dates: 2024-05-01
---

# A Day at Sea

## 9:00 Opening Keynote (Ada Brook)

She spoke for an hour. [internal: we fell asleep]
`;

/** Waits until a tab of an overview has that title. */
const tab = (title: string) =>
  until(`the tab ${title}`, () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ label, input }) => label === title && input instanceof vscode.TabInputWebview),
  );

describe("the overview", () => {
  afterEach(closeAll);

  it("is shown beside the report, once", async () => {
    const editor = await write(report);
    await vscode.commands.executeCommand("tripReport.showOverview");
    const shown = await tab("Overview: A Day at Sea");
    ok(shown.group.viewColumn !== editor.viewColumn);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await vscode.commands.executeCommand("tripReport.showOverview");
    const all = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    equal(all.filter(({ label }) => label.startsWith("Overview")).length, 1);
  });

  it("follows what is typed", async () => {
    const editor = await write(report);
    await vscode.commands.executeCommand("tripReport.showOverview");
    await tab("Overview: A Day at Sea");
    await replace(editor, "title: A Day at Sea", "title: Two Days at Sea");
    await tab("Overview: Two Days at Sea");
  });

  it("of all reports is shown without an open report", async () => {
    await vscode.commands.executeCommand("tripReport.showOverviewOfAll");
    await tab("Overview of All Reports");
  });

  it("is there as text", async () => {
    const { document } = await write(report);
    await vscode.commands.executeCommand("tripReport.showOverviewAsText");
    const text = await until("the text", () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown && shown.uri.toString() !== document.uri.toString() && shown.getText();
    });
    match(text, /^A Day at Sea\n/);
    match(text, /- 09:00 Keynote: Opening Keynote \(Ada Brook\): 8 words, 1 internal \(3 words\)/);
  });
});
