import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import { closeAll, until, uri, write } from "./workspace.js";

/** A calendar with one session, at a time and in a room. */
const calendar = (start: string, room: string): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "X-WR-CALNAME:Harbour Days 2024",
    "BEGIN:VEVENT",
    "UID:winters",
    `DTSTART:20240514T${start}`,
    "DURATION:PT45M",
    "SUMMARY:Ten winters of object storage (Ilse Varnholt)",
    `LOCATION:${room}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

async function agendaFile(content: string): Promise<vscode.Uri> {
  const file = uri(`${randomUUID().slice(0, 8)}-agenda.ics`);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
  return file;
}

const differences = (document: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ code }) => typeof code === "string" && code.startsWith("agenda-"));

describe("an agenda", () => {
  afterEach(closeAll);

  it("of a file becomes a new report", async () => {
    const file = await agendaFile(calendar("090000", "Great Hall"));
    const before = vscode.workspace.textDocuments.length;
    void vscode.commands.executeCommand("tripReport.importAgenda", file);
    // The first choice is all sessions; the question is there once accepting it has an effect.
    const document = await until("the new report", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return vscode.workspace.textDocuments.find(
        ({ isUntitled, languageId }) => isUntitled && languageId === "trip-report",
      );
    });
    equal(vscode.workspace.textDocuments.length > before, true);
    match(document.getText(), /^---\ntype: trip-report\ntitle: "?Trip report: Harbour Days 2024"?\n/);
    match(
      document.getText(),
      /## Tuesday, 2024-05-14\n\n### 09:00 Ten winters of object storage \(Ilse Varnholt\) \{\.breakout session="winters"\}\n\nTime: 09:00–09:45 · Room: Great Hall\n/,
    );
  });

  it("that changed is shown at the headings, and settled by the fixes", async () => {
    const text =
      '# Trip report\n\n## Tuesday, 2024-05-14\n\n### 09:00 Ten winters of object storage (Ilse Varnholt) {.breakout session="winters"}\n\nTime: 09:00–09:45 · Room: Great Hall\n\nBuy when the graph is boring.\n';
    const { document } = await write(text);
    const file = await agendaFile(calendar("110000", "Annex"));
    void vscode.commands.executeCommand("tripReport.syncAgenda", file);
    const found = await until("the differences", () => {
      const shown = differences(document);
      return shown.length > 0 && shown;
    });
    deepEqual(
      found.map(({ message }) => message),
      ["The agenda has it at 11:00, not 09:00", "The agenda has it in Annex, not Great Hall"],
    );
    const fix = await until("the fix", async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        found[0]!.range,
      );
      return actions.find(({ title }) => title === "Change room to Annex");
    });
    equal(await vscode.workspace.applyEdit(fix.edit!), true);
    equal(document.getText(), text.replace("Great Hall", "Annex"));
    await until("one difference to be left", () => differences(document).length === 1);
    await vscode.commands.executeCommand("tripReport.acceptAgendaChanges");
    await until("the difference to go", () => differences(document).length === 0);
    equal(
      document.getText(),
      text
        .replace("### 09:00", "### 11:00")
        .replace("Time: 09:00–09:45 · Room: Great Hall", "Time: 11:00–11:45 · Room: Annex"),
    );
  });
});
