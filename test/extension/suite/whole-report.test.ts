import { doesNotMatch, equal, match } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, until, uri } from "./workspace.js";

const agenda = JSON.stringify({
  schedule: {
    version: "1",
    conference: {
      acronym: "quay24",
      title: "Quayside Days",
      start: "2024-05-14",
      end: "2024-05-15",
      days: [
        {
          index: 1,
          date: "2024-05-14",
          rooms: {
            "Great Hall": [
              {
                id: 1,
                guid: "5e1d2c9a-0001-4a00-9000-000000000001",
                date: "2024-05-14T09:00:00+02:00",
                start: "09:00",
                duration: "01:00",
                room: "Great Hall",
                title: "Boats That Think",
                type: "Keynote",
                persons: [{ id: 1, public_name: "Ada Brook" }],
              },
              {
                id: 2,
                guid: "5e1d2c9a-0002-4a00-9000-000000000002",
                date: "2024-05-14T11:00:00+02:00",
                start: "11:00",
                duration: "00:45",
                room: "Great Hall",
                title: "Ropes at Scale",
                type: "Talk",
                persons: [{ id: 2, public_name: "Bo Lindqvist" }],
              },
            ],
          },
        },
      ],
    },
  },
});

/** Types words behind a text of the active report, and answers where they stand. */
async function note(editor: vscode.TextEditor, behind: string, words: string): Promise<vscode.Selection> {
  const { document } = editor;
  const at = document.positionAt(document.getText().indexOf(behind) + behind.length);
  await editor.edit((builder) => builder.insert(at, `\n\n${words}`));
  const from = document.getText().indexOf(words);
  return new vscode.Selection(document.positionAt(from), document.positionAt(from + words.length));
}

describe("a whole report", () => {
  afterEach(closeAll);

  it("comes from an agenda, gets two remarks marked internal, and leaves without them", async () => {
    const file = uri("quayside-schedule.json");
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(agenda));
    void vscode.commands.executeCommand("tripReport.importAgenda", file);
    const editor = await until("the report", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const active = vscode.window.activeTextEditor;
      return active?.document.languageId === "trip-report" && active.document.isUntitled ? active : undefined;
    });
    const { document } = editor;
    match(document.getText(), /### 09:00 Boats That Think \(Ada Brook\) \{\.keynote session="/);

    const remarks = ["They will be late.", "We could buy them."];
    await note(editor, "11:45 · Room: Great Hall", "The tide tables are a model now.");
    for (const [index, behind] of ["10:00 · Room: Great Hall", "are a model now."].entries()) {
      const remark = remarks[index] ?? "";
      editor.selection = await note(editor, behind, remark);
      await vscode.commands.executeCommand("tripReport.markInternal");
      await until(`${remark} to be internal`, () => document.getText().includes(`internal: ${remark}]`));
    }

    await vscode.env.clipboard.writeText("");
    void vscode.commands.executeCommand("tripReport.copyPublicVersion");
    const copy = await until("the copy", async () => (await vscode.env.clipboard.readText()) || undefined);
    equal(copy.match(/<Redacted comments>/g)?.length, 2);
    doesNotMatch(copy, /late|buy/);
    match(copy, /The tide tables are a model now\./);
    match(copy, /Ropes at Scale/);
  });
});
