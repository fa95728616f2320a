import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, findings, noFinding, symbols, until, write } from "./workspace.js";

const notes = `Harbour Days 2024

Opening Keynote (Ada Brook)

• She spoke for an hour.
    – It was <Redacted comments>.
`;

const tidied = `---
type: trip-report
title: Harbour Days 2024
event: Harbour Days 2024
---

# Harbour Days 2024

## Opening Keynote (Ada Brook)

- She spoke for an hour.
    - It was \\<Redacted comments>.
`;

describe("a new report", () => {
  afterEach(closeAll);

  it("opens with placeholders for what was not answered, and with nothing wrong", async () => {
    const answers = { template: "conference", event: "", dates: "2024-05-14/2024-05-15", location: "" };
    await vscode.commands.executeCommand("tripReport.newReport", answers);
    const editor = vscode.window.activeTextEditor;
    ok(editor?.document.isUntitled);
    const { document } = editor;
    equal(document.languageId, "trip-report");
    match(
      document.getText(),
      /^---\ntype: trip-report\ntitle: "Trip report: Event"\nevent: "Event"\nlocation: "City"\n/,
    );
    match(document.getText(), /\ndates: 2024-05-14\/2024-05-15\n/);
    match(document.getText(), /\n## Tuesday, 2024-05-14\n[\s\S]*\n## Wednesday, 2024-05-15\n/);
    // The placeholder of the event is selected wherever it stands: typing goes to all of them.
    equal(editor.selections.length, 3);
    await vscode.commands.executeCommand("type", { text: "Fjord Days" });
    match(document.getText(), /event: "Fjord Days"\n[\s\S]*# Trip report: Fjord Days\n/);
    await until("the outline", async () => (await symbols(document)).length > 3);
    deepEqual(
      findings(document).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning),
      [],
    );
  });

  it("is in the menu for new files", () => {
    const { contributes } = vscode.extensions.getExtension("trip-report.trip-report")!.packageJSON;
    deepEqual(
      contributes.menus["file/newFile"].map(({ command }: { command: string }) => command),
      ["tripReport.newReport"],
    );
  });
});

describe("raw notes", () => {
  afterEach(closeAll);

  it("are tidied after a comparison, and by one undo as they were", async () => {
    // In Markdown a bare marker is a finding of its own.
    const cold = [notes, tidied].map((text) => text.replace(/\\?<Redacted comments>/, "cold")) as [
      string,
      string,
    ];
    const { document } = await write(cold[0], "notes.trip.md");
    await tidy(document, cold);
    await noFinding(document, "bare-heading");
    await vscode.commands.executeCommand("undo");
    await until("the notes as they were", () => document.getText() === cold[0]);
  });

  it("in a plain text become a report", async () => {
    const { document } = await write(notes, "notes.txt");
    equal(document.languageId, "plaintext");
    await tidy(document, [notes, tidied]);
    await until("the language", () => document.languageId === "trip-report");
  });
});

/** Tidies a document: waits for the comparison, which must show the same, and applies it. */
async function tidy(document: vscode.TextDocument, [before, after]: [string, string]): Promise<void> {
  // The message at the end stays until somebody closes it.
  void vscode.commands.executeCommand("tripReport.tidyRawNotes");
  const shown = await until("the comparison", () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return (
      input instanceof vscode.TabInputTextDiff &&
      input.original.toString() === document.uri.toString() &&
      input
    );
  });
  const preview = await vscode.workspace.openTextDocument(shown.modified);
  equal(preview.getText(), after);
  equal(document.getText(), before, "nothing changes before it is applied");
  void vscode.commands.executeCommand("tripReport.applyTidiedNotes");
  await until("the tidied notes", () => document.getText() === after);
  await until("the end of the comparison", () => vscode.window.activeTextEditor?.document === document);
}
