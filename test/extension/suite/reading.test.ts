import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, finding, placeOf, until, write } from "./workspace.js";

const report = `---
type: trip-report
title: A Day Out
event: Day Out
---

# A Day Out

## Opening Keynote (Ada Brook)

She spoke for an hour.

:::internal company
We fell asleep.
Twice.
:::

## Hallway track

Coffee. <Redacted comments>
`;

/** What the mouse shows at a text's first letter. */
async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    placeOf(document, text).translate(0, 1),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

describe("folding", () => {
  afterEach(closeAll);

  it("has sections, front matter and internal comments", async () => {
    const { document } = await write(report);
    const ranges = await until("folding ranges", async () => {
      const all = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
        "vscode.executeFoldingRangeProvider",
        document.uri,
      );
      return all && all.length > 0 && all;
    });
    const folds = ranges
      .map(({ start, end, kind }) => [document.lineAt(start).text, document.lineAt(end).text, kind])
      .filter(([first]) => first !== "# A Day Out");
    deepEqual(folds, [
      ["---", "---", undefined],
      ["## Opening Keynote (Ada Brook)", ":::", undefined],
      [":::internal company", ":::", vscode.FoldingRangeKind.Comment],
      ["## Hallway track", "Coffee. <Redacted comments>", undefined],
    ]);
  });

  it("hides a section's lines", async () => {
    const editor = await write(report);
    await finding(editor.document, "invisible-redacted-marker");
    const { line } = placeOf(editor.document, "## Opening Keynote");
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await until("the section's fold", async () => {
      await vscode.commands.executeCommand("editor.fold", { selectionLines: [line] });
      // A folded section is one line to the cursor.
      editor.selection = new vscode.Selection(line, 0, line, 0);
      await vscode.commands.executeCommand("cursorDown");
      return editor.selection.active.line > line + 1;
    });
    match(editor.document.lineAt(editor.selection.active.line - 1).text, /^:::$|^$/);
  });
});

describe("hover", () => {
  afterEach(closeAll);

  it("explains an internal comment and whom it is for", async () => {
    const { document } = await write(report);
    const text = await until("a hover", () => hoverAt(document, ":::internal company"));
    match(text, /internal comment/i);
    match(text, /company/);
  });

  it("explains a redacted marker", async () => {
    const { document } = await write(report);
    await finding(document, "invisible-redacted-marker");
    match(await hoverAt(document, "<Redacted"), /redacted marker/i);
  });

  it("tells a section's speakers", async () => {
    const { document } = await write(report);
    await finding(document, "invisible-redacted-marker");
    match(await hoverAt(document, "Opening Keynote"), /Ada Brook/);
  });

  it("is silent in a paragraph", async () => {
    const { document } = await write(report);
    await finding(document, "invisible-redacted-marker");
    equal(await hoverAt(document, "She spoke"), "");
    ok(await hoverAt(document, "Hallway track"));
  });
});
