import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, extension, until, write } from "./workspace.js";

const report = `# A Day Out

## Monday

### Opening Keynote (Ada Brook)

She will miss the date.

- [ ] Action: ask @jo

## Tuesday

### Closing Keynote (Jo Lind)

The end.
`;

/** Selects a text's first occurrence, or puts the cursor before it. */
function select(editor: vscode.TextEditor, text: string, whole = true): void {
  const at = editor.document.getText().indexOf(text);
  ok(at >= 0, text);
  const from = editor.document.positionAt(at);
  editor.selection = new vscode.Selection(from, whole ? editor.document.positionAt(at + text.length) : from);
}

/** Runs a command, waits until it changed the document, and answers the new text; one undo takes it back. */
async function changed(editor: vscode.TextEditor, command: string): Promise<string> {
  const { document } = editor;
  const before = document.getText();
  await vscode.commands.executeCommand(command);
  await until(`a change by ${command}`, () => document.getText() !== before);
  return document.getText();
}

async function undone(editor: vscode.TextEditor, before: string): Promise<void> {
  await vscode.commands.executeCommand("undo");
  await until("the old text", () => editor.document.getText() === before);
}

describe("marking while writing", () => {
  afterEach(closeAll);

  it("marks a selection as internal, takes the marks away again, and is undone in one step", async () => {
    const editor = await write(report);
    select(editor, "miss the date");
    const marked = report.replace("miss the date", "[internal: miss the date]");
    equal(await changed(editor, "tripReport.markInternal"), marked);
    equal(await changed(editor, "tripReport.markInternal"), report);
    await undone(editor, marked);
    await undone(editor, report);
  });

  it("marks at each of several cursors", async () => {
    const editor = await write("Ada said so.\n\nJo did not.\n");
    editor.selections = [new vscode.Selection(0, 0, 0, 3), new vscode.Selection(2, 0, 2, 2)];
    equal(
      await changed(editor, "tripReport.markInternal"),
      "[internal: Ada] said so.\n\n[internal: Jo] did not.\n",
    );
    await undone(editor, "Ada said so.\n\nJo did not.\n");
  });

  it("redacts the comment at the cursor", async () => {
    const before = report.replace("miss the date", "[internal: miss the date]");
    const editor = await write(before);
    select(editor, "the date", false);
    match(await changed(editor, "tripReport.redactNow"), /She will \\<Redacted comments>\./);
    await undone(editor, before);
  });

  it("changes the audience to the one that is picked", async () => {
    const before = report.replace("miss the date", "[internal company: miss the date]");
    const editor = await write(before);
    select(editor, "the date", false);
    void vscode.commands.executeCommand("tripReport.changeAudience");
    await until("the narrowest audience, the first of the list", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return editor.document.getText().includes("[internal: miss the date]");
    });
    await undone(editor, before);
  });

  it("writes the time at the cursor", async () => {
    const editor = await write(report);
    select(editor, "She will", false);
    match(await changed(editor, "tripReport.insertTimestamp"), /\n\d\d:\d\d She will/);
    await undone(editor, report);
  });

  it("begins a session behind the cursor's, with the cursor in its title", async () => {
    const editor = await write(report);
    select(editor, "She will", false);
    const after = await changed(editor, "tripReport.newSession");
    match(after, /@jo\n\n### Title \(Speaker\)\n\n- \n\n## Tuesday/);
    equal(editor.document.getText(editor.selection), "Title");
    await undone(editor, report);
  });

  it("adds a speaker, with the cursor in the name", async () => {
    const editor = await write(report);
    select(editor, "She will", false);
    match(await changed(editor, "tripReport.addSpeaker"), /### Opening Keynote \(Ada Brook and Name\)/);
    equal(editor.document.getText(editor.selection), "Name");
    await undone(editor, report);
  });

  it("adds something to do, and ticks what there is", async () => {
    const editor = await write(report);
    select(editor, "miss the date");
    match(await changed(editor, "tripReport.followUp"), /@jo\n- \[ \] Action: miss the date @owner\n/);
    await undone(editor, report);
    select(editor, "ask @jo", false);
    match(await changed(editor, "tripReport.followUp"), /- \[x\] Action: ask @jo/);
    await undone(editor, report);
  });

  it("moves a section by a refactoring", async () => {
    const editor = await write(report);
    select(editor, "Tuesday", false);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      editor.document.uri,
      editor.selection,
      vscode.CodeActionKind.RefactorMove.value,
      10,
    );
    const action = actions.find(({ title }) => title === "Move this section up");
    ok(action?.edit, actions.map(({ title }) => title).join());
    ok(await vscode.workspace.applyEdit(action.edit));
    match(editor.document.getText(), /^# A Day Out\n\n## Tuesday[\s\S]*## Monday/);
    await undone(editor, report);
  });
});

interface Binding {
  readonly key: string;
  readonly mac?: string;
  readonly command: string;
  readonly when?: string;
}

describe("the key bindings", () => {
  it("of the commands are none of the editor's own, nor the start of one", async () => {
    const defaults = vscode.Uri.parse("vscode://defaultsettings/keybindings.json");
    const document = await vscode.workspace.openTextDocument(defaults);
    const keys = [...document.getText().matchAll(/"key":\s*"([^"]+)"[^}]*?"command":\s*"([^"]+)"/g)].map(
      ([, key = "", command = ""]) => ({ key, command }),
    );
    ok(keys.length > 300, `the editor's defaults: ${keys.length}`);
    const others = keys.filter(({ command }) => !command.startsWith("tripReport."));
    const { contributes } = extension.packageJSON as { contributes: { keybindings: readonly Binding[] } };
    // The preview takes the key that the editor's own Markdown preview has, for the same.
    const mine = contributes.keybindings.filter(
      ({ key, command }) => key.startsWith("ctrl+k ") && command !== "tripReport.openPreviewToSide",
    );
    ok(mine.length > 0);
    const taken = mine.flatMap(({ key, mac = "" }) =>
      others
        .filter((other) => [key, mac].some((own) => own === other.key || other.key.startsWith(`${own} `)))
        .map((other) => `${other.key}: ${other.command}`),
    );
    deepEqual(taken, []);
  });
});
