import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, files, open, until, uri, write } from "./workspace.js";

const report = `# A Day Out

## Opening Keynote (Ada Brook)

She will [internal: miss the date].

## Panel: Whither Queues (Bo Lind)

:::internal company
Ask Bo.
:::
`;

/** The line, counted from 1, that the cursor is on after a command. */
async function lineAfter(editor: vscode.TextEditor, command: string): Promise<number> {
  await vscode.commands.executeCommand(`tripReport.${command}`);
  return editor.selection.active.line + 1;
}

describe("going from place to place", () => {
  afterEach(closeAll);

  it("goes from session to session and stays at the last one", async () => {
    const editor = await write(report);
    const lines = [];
    for (const command of ["nextSession", "nextSession", "nextSession", "previousSession", "previousSession"])
      lines.push(await lineAfter(editor, command));
    deepEqual(lines, [3, 7, 7, 3, 3]);
  });

  it("goes from internal comment to internal comment", async () => {
    const editor = await write(report);
    const lines = [];
    for (const command of ["nextInternal", "nextInternal", "nextInternal", "previousInternal"])
      lines.push(await lineAfter(editor, command));
    deepEqual(lines, [5, 9, 9, 5]);
    equal(editor.selection.active.character, "She will ".length);
  });
});

describe("code lenses", () => {
  const settings = () => vscode.workspace.getConfiguration("tripReport");
  const lenses = async ({ document }: vscode.TextEditor) =>
    (await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      20,
    )) ?? [];

  afterEach(async () => {
    await settings().update("codeLens.enabled", undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it("are off until they are wanted, and lead on", async () => {
    const editor = await write(report);
    deepEqual(await lenses(editor), []);
    await settings().update("codeLens.enabled", true, vscode.ConfigurationTarget.Global);
    const found = await until("lenses", async () => {
      const all = await lenses(editor);
      return all.length > 0 && all;
    });
    equal(found[0]?.command?.title, "2 sessions · 2 internal · Publish…");
    ok((await vscode.commands.getCommands(true)).includes(found[0].command.command));
  });
});

describe("the views", () => {
  afterEach(closeAll);

  it("are there as commands that can be run before and after a report is open", async () => {
    await vscode.commands.executeCommand("tripReport.sessions.focus");
    await vscode.commands.executeCommand("tripReport.groupSessionsByDay");
    await vscode.commands.executeCommand("tripReport.clearSessionFilter");
    await open(files.report);
    await vscode.commands.executeCommand("tripReport.groupSessionsByReport");
    await vscode.commands.executeCommand("workbench.view.explorer");
  });

  it("take a node that is gone, or none, for nothing to do", async () => {
    const gone = {
      type: "item",
      key: "x",
      item: { kind: "topic" },
      group: { type: "group", key: uri("no.trip.md").toString() },
    };
    for (const command of ["goToPlace", "copySessionLink", "redactPlace", "publishReport"]) {
      await vscode.commands.executeCommand(`tripReport.${command}`);
      if (command !== "publishReport") await vscode.commands.executeCommand(`tripReport.${command}`, gone);
    }
    match(String(vscode.window.activeTextEditor?.document.uri.path ?? "none"), /none/);
  });
});
