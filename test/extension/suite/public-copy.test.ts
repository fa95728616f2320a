import { doesNotMatch, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, replace, until, write } from "./workspace.js";

const report = `---
type: trip-report
title: A Day Out
event: Day Out
dates: 2024-05-01
audience: team
---

# A Day Out

## Opening Keynote (Ada Brook)

She spoke for an hour. [internal: we fell asleep] It was good.
`;

/** Waits until the copy of a report matches, and answers the document that shows it. */
const shows = ({ document: source }: vscode.TextEditor, pattern: RegExp) =>
  until(`the copy to show ${pattern}`, () =>
    vscode.workspace.textDocuments.find(
      (document) => document.uri.query === source.uri.toString() && pattern.test(document.getText()),
    ),
  );

describe("the public copy", () => {
  afterEach(closeAll);

  it("is shown beside the report, and follows what is typed", async () => {
    const editor = await write(report);
    await vscode.commands.executeCommand("tripReport.showPublicCopy");
    const document = await shows(editor, /She spoke for an hour\. \\<Redacted comments> It was good\./);
    doesNotMatch(document.getText(), /asleep/);
    match(document.getText(), /audience: public/);
    equal(vscode.window.activeTextEditor?.document, editor.document);
    await replace(editor, "an hour", "two hours [private: too long]");
    await shows(editor, /two hours \\<Redacted comments>\./);
  });

  it("that cannot be made says why, with a diagnostic a reason, until it can", async () => {
    const editor = await write(report.replace("asleep]", "asleep"));
    await vscode.commands.executeCommand("tripReport.showPublicCopy");
    const document = await shows(
      editor,
      /There is no copy for “public” yet:\n\n- line 13: an internal comment that never closes/,
    );
    doesNotMatch(document.getText(), /asleep/);
    const found = () => vscode.languages.getDiagnostics(document.uri);
    const [blocker] = await until("the blocker", () => found().length > 0 && found());
    equal(blocker?.code, "unclosed-internal-comment");
    equal(blocker?.range.start.line, 2);
    await replace(editor, "asleep", "asleep]");
    await shows(editor, /Redacted comments/);
    await until("the blocker to go", () => found().length === 0);
  });

  it("is compared with the report", async () => {
    const { document } = await write(report);
    await vscode.commands.executeCommand("tripReport.compareWithPublicCopy");
    const input = await until("the comparison", () => {
      const active = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return active instanceof vscode.TabInputTextDiff && active;
    });
    equal(input.original.toString(), document.uri.toString());
    equal(input.modified.scheme, "trip-report-copy");
  });

  it("goes to the clipboard as text for a mail", async () => {
    await write(report);
    await vscode.env.clipboard.writeText("before");
    // The message at the end stays until somebody closes it.
    void vscode.commands.executeCommand("tripReport.copyPublicVersion");
    const text = await until("the clipboard", async () => {
      const found = await vscode.env.clipboard.readText();
      return found !== "before" && found;
    });
    ok(text.includes("She spoke for an hour. <Redacted comments> It was good."));
    doesNotMatch(text, /asleep/);
  });
});
