import { deepEqual, equal, match } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, codeOf, finding, findings, noFinding, replace, until, uri, write } from "./workspace.js";

const report = `---
type: trip-report
title: A Day Out
event: Day Out
dates: 2024-05-01
audience: public
---

# A Day Out

## Opening Keynote (Ada Brook)

She spoke for an hour. [internal: we fell asleep]
`;

describe("diagnostics", () => {
  afterEach(closeAll);

  it("name an internal comment in a report for everyone, at its place", async () => {
    const { document } = await write(report);
    const found = await finding(document, "unredacted-internal-comment");
    equal(found.severity, vscode.DiagnosticSeverity.Error);
    equal(found.source, "trip-report");
    match(document.getText(found.range), /^\[internal:/);
  });

  it("appear, change and go while typing", async () => {
    const editor = await write(report.replace(" [internal: we fell asleep]", ""));
    const { document } = editor;
    const end = () => document.lineAt(document.lineCount - 2).range.end;
    await noFinding(document, "unredacted-internal-comment");

    await editor.edit((edit) => edit.insert(end(), " [internal: we fell"));
    await finding(document, "unclosed-internal-comment");
    await finding(document, "unredacted-internal-comment");

    await editor.edit((edit) => edit.insert(end(), " asleep]"));
    await noFinding(document, "unclosed-internal-comment");
    await finding(document, "unredacted-internal-comment");

    await replace(editor, "internal:", "intenral:");
    await finding(document, "misspelt-internal-comment");
    await noFinding(document, "unredacted-internal-comment");

    await replace(editor, " [intenral: we fell asleep]", "");
    await noFinding(document, "misspelt-internal-comment");
  });

  it("follow the audience that the front matter says", async () => {
    const editor = await write(report);
    await finding(editor.document, "unredacted-internal-comment");
    await replace(editor, "audience: public", "audience: team");
    await noFinding(editor.document, "unredacted-internal-comment");
  });

  it("move with the text above them", async () => {
    const editor = await write(report);
    const { line } = (await finding(editor.document, "unredacted-internal-comment")).range.start;
    await replace(editor, "She spoke", "One line.\nAnother.\n\nShe spoke");
    await until("the finding three lines below", () =>
      findings(editor.document).some(
        (found) => codeOf(found) === "unredacted-internal-comment" && found.range.start.line === line + 3,
      ),
    );
  });

  it("are taken back when a report that has no file is closed", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "trip-report", content: report });
    await vscode.window.showTextDocument(document);
    await finding(document, "unredacted-internal-comment");
    await closeAll();
    await until("no findings", () => findings(document).length === 0);
  });

  it("go with the file when it is deleted", async () => {
    const file = uri("to-delete.trip.md");
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(report));
    // As a user opens it: what an extension opens stays open for minutes after its tab is closed.
    await vscode.commands.executeCommand("vscode.open", file);
    const document = await until("the document", () =>
      vscode.workspace.textDocuments.find((open) => open.uri.toString() === file.toString()),
    );
    await finding(document, "unredacted-internal-comment");
    await closeAll();
    await until("the document's end", () => document.isClosed);
    await vscode.workspace.fs.delete(file);
    await until("no findings", () => findings(document).length === 0);
  });

  it("are taken back when somebody decides that the file is no report after all", async () => {
    const { document } = await write("## A\n\n<Redacted comments>\n", "notes.md");
    await vscode.languages.setTextDocumentLanguage(document, "trip-report");
    await finding(document, "invisible-redacted-marker");
    await vscode.languages.setTextDocumentLanguage(document, "markdown");
    await until("no findings", () => findings(document).length === 0);
    deepEqual(findings(document), []);
  });
});
