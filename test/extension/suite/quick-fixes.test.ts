import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, finding, noFinding, until, write } from "./workspace.js";

/** A mistake, the fix that is offered for it, and the text that the fix leaves. */
const fixes = [
  {
    code: "invisible-redacted-marker",
    title: "Make the marker visible",
    before: "## A\n\n<Redacted comments>\n",
    after: "## A\n\n\\<Redacted comments>\n",
  },
  {
    code: "unclosed-internal-comment",
    title: "Close the comment",
    before: "## A\n\nSaid aloud. [internal: not aloud\n\nAloud again.\n",
    after: "## A\n\nSaid aloud. [internal: not aloud]\n\nAloud again.\n",
  },
  {
    code: "unclosed-internal-comment",
    title: "Close the comment",
    before: "## A\n\n:::internal\nNot aloud.\n",
    after: "## A\n\n:::internal\nNot aloud.\n:::\n",
  },
  {
    code: "misspelt-internal-comment",
    title: "Change to",
    before: "## A\n\n[intenral: not aloud]\n",
    after: "## A\n\n[internal: not aloud]\n",
  },
  {
    code: "stray-internal-close",
    title: "Remove the closing mark",
    before: "## A\n\nSaid aloud.</internal>\n",
    after: "## A\n\nSaid aloud.\n",
  },
  {
    code: "unknown-audience",
    title: "Change to “company”",
    before: "## A\n\n[internal companny: not aloud]\n",
    after: "## A\n\n[internal company: not aloud]\n",
  },
] as const;

const actionsAt = (uri: vscode.Uri, range: vscode.Range, kind?: vscode.CodeActionKind) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind?.value,
  );

describe("quick fixes", () => {
  afterEach(closeAll);

  for (const { code, title, before, after } of fixes) {
    it(`settle ${code}: ${JSON.stringify(before.slice(6))}`, async () => {
      const { document } = await write(before);
      const { range } = await finding(document, code);
      const actions = await actionsAt(document.uri, range, vscode.CodeActionKind.QuickFix);
      const action = actions.find((offered) => offered.title.startsWith(title));
      ok(action?.edit, `offered: ${actions.map((offered) => offered.title).join(", ")}`);
      equal(action.kind?.value, vscode.CodeActionKind.QuickFix.value);
      ok(await vscode.workspace.applyEdit(action.edit));
      equal(document.getText(), after);
      await noFinding(document, code);
    });
  }

  it("are taken back by one undo", async () => {
    const { document } = await write("## A\n\n<Redacted comments>\n");
    const { range } = await finding(document, "invisible-redacted-marker");
    const [action] = await actionsAt(document.uri, range, vscode.CodeActionKind.QuickFix);
    ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    await vscode.commands.executeCommand("undo");
    await until("the old text", () => document.getText() === "## A\n\n<Redacted comments>\n");
    await finding(document, "invisible-redacted-marker");
  });

  it("are none where nothing is wrong, and none in plain Markdown", async () => {
    const report = (await write("## A\n\n<Redacted comments>\n\nFine.\n")).document;
    await finding(report, "invisible-redacted-marker");
    const fine = new vscode.Range(4, 1, 4, 1);
    deepEqual(await actionsAt(report.uri, fine, vscode.CodeActionKind.QuickFix), []);
    const plain = (await write("## A\n\n<Redacted comments>\n", "plain.md")).document;
    const marker = new vscode.Range(2, 3, 2, 3);
    deepEqual(await actionsAt(plain.uri, marker, vscode.CodeActionKind.QuickFix), []);
  });
});
