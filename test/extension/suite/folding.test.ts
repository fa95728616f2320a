import { deepEqual, equal } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, until, write } from "./workspace.js";

const report = `# A Day Out

## Opening Keynote (Ada Brook)

First.

:::internal company
We fell asleep.
Twice.
:::

Second.

<!--
No comment for anybody.
-->

## Hallway track {.internal}

Coffee.

### Dinner

Soup.
`;

/** The lines a cursor that goes down through the whole report stops at: folded lines are skipped. */
async function visibleLines(editor: vscode.TextEditor): Promise<number[]> {
  const lines: number[] = [];
  await vscode.commands.executeCommand("cursorTop");
  for (let last = -1; editor.selection.active.line !== last; ) {
    last = editor.selection.active.line;
    lines.push(last);
    await vscode.commands.executeCommand("cursorDown");
  }
  return lines;
}

const all = report.split("\n").map((_, line) => line);

describe("folding internal comments", () => {
  afterEach(closeAll);

  it("hides all of them and nothing else, also when asked twice, and shows them again", async () => {
    const editor = await write(report);
    const hidden = [7, 8, 9, 18, 19, 20, 21, 22, 23];
    const shown = all.filter((line) => !hidden.includes(line));
    // The first fold may come before the editor knows the server's ranges.
    await until("the folds", async () => {
      await vscode.commands.executeCommand("tripReport.foldInternalComments");
      return (await visibleLines(editor)).length <= shown.length;
    });
    deepEqual(await visibleLines(editor), shown);
    await vscode.commands.executeCommand("tripReport.foldInternalComments");
    deepEqual(await visibleLines(editor), shown);
    await vscode.commands.executeCommand("tripReport.unfoldInternalComments");
    deepEqual(await visibleLines(editor), all);
    equal(editor.document.getText(), report);
  });
});
