import { equal } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, extension, until, write } from "./workspace.js";

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

/** Opens a report whose cursors are where `$0` stands. */
async function edit(text: string): Promise<vscode.TextEditor> {
  await extension.activate();
  const pieces = text.split("$0");
  const editor = await write(pieces.join(""));
  let offset = 0;
  editor.selections = pieces.slice(0, -1).map((piece) => {
    offset += piece.length;
    const at = editor.document.positionAt(offset);
    return new vscode.Selection(at, at);
  });
  return editor;
}

/** Types with the keyboard's own command; a line break is the Enter key. */
async function type(text: string): Promise<void> {
  for (const piece of text.split(/(\n)/)) if (piece !== "") await run("type", { text: piece });
}

/** Waits until a document has that text. */
async function becomes({ document }: vscode.TextEditor, text: string): Promise<void> {
  await until(JSON.stringify(text), () => document.getText() === text, 10_000).catch(() =>
    equal(document.getText(), text),
  );
}

describe("Enter", () => {
  afterEach(closeAll);

  it("goes on with bullets, numbers and tasks, and ends a list on an empty item", async () => {
    const editor = await edit("- a$0");
    await type("\nb");
    await becomes(editor, "- a\n- b");
    await type("\n");
    await becomes(editor, "- a\n- b\n- ");
    await type("\n");
    await becomes(editor, "- a\n- b\n\n");
    await type("1. c\nd");
    await becomes(editor, "- a\n- b\n\n1. c\n2. d");
    await type("\n");
    await becomes(editor, "- a\n- b\n\n1. c\n2. d\n3. ");
    await type("\n- [x] e\nf");
    await becomes(editor, "- a\n- b\n\n1. c\n2. d\n\n- [x] e\n- [ ] f");
  });

  it("keeps what is typed on at once behind the number", async () => {
    const editor = await edit("1. a$0\n2. z");
    await type("\nb c\nd e");
    await becomes(editor, "1. a\n2. b c\n3. d e\n4. z");
  });

  it("is undone in one step", async () => {
    const before = "1. a\n2. b";
    const editor = await edit("1. a$0\n2. b");
    await type("\n");
    await becomes(editor, "1. a\n2. \n3. b");
    await run("undo");
    await becomes(editor, before);
    await run("redo");
    await becomes(editor, "1. a\n2. \n3. b");
  });

  it("works at several cursors", async () => {
    const editor = await edit("1. a$0\n\nx\n\n5. b$0\n6. c");
    await type("\n");
    await becomes(editor, "1. a\n2. \n\nx\n\n5. b\n6. \n7. c");
    await type("y");
    await becomes(editor, "1. a\n2. y\n\nx\n\n5. b\n6. y\n7. c");
  });

  it("keeps CRLF", async () => {
    const editor = await edit("> 1. a$0\r\n> 2. b\r\n");
    await type("\nc");
    await becomes(editor, "> 1. a\r\n> 2. c\r\n> 3. b\r\n");
    equal(editor.document.eol, vscode.EndOfLine.CRLF);
    await type("\n");
    await becomes(editor, "> 1. a\r\n> 2. c\r\n> 3. \r\n> 4. b\r\n");
    await type("\n");
    await becomes(editor, "> 1. a\r\n> 2. c\r\n>\r\n> \r\n> 4. b\r\n");
  });

  it("leaves code and line breaks of other edits alone", async () => {
    const editor = await edit("```\n- a$0\n```\n\n1. b\n");
    await type("\nc");
    await becomes(editor, "```\n- a\nc\n```\n\n1. b\n");
    await editor.edit((builder) => builder.insert(new vscode.Position(5, 4), "\n"));
    await run("cursorBottom");
    await type("d");
    await becomes(editor, "```\n- a\nc\n```\n\n1. b\n\nd");
  });

  it("is the editor's own where the setting is off", async () => {
    const editor = await edit("> > > a$0");
    const settings = vscode.workspace.getConfiguration("tripReport");
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update("editing.lists", false, target);
    await type("\n");
    await settings.update("editing.lists", undefined, target);
    await type("b");
    await becomes(editor, "> > > a\n> > b");
  });
});

describe("commands for lists", () => {
  afterEach(closeAll);

  it("Tab and Shift+Tab move items with what they hold, in one step", async () => {
    const before = "1. a\n2. b\n   - c\n3. d";
    const editor = await edit("1. a\n2. $0b\n   - c\n3. d");
    await run("tripReport.indentListItem");
    await becomes(editor, "1. a\n   1. b\n      - c\n2. d");
    equal(editor.selection.active.character, "   1. ".length);
    await run("tripReport.outdentListItem");
    await becomes(editor, before);
    await run("undo");
    await becomes(editor, "1. a\n   1. b\n      - c\n2. d");
    await run("undo");
    await becomes(editor, before);
  });

  it("Tab elsewhere is a tab", async () => {
    const editor = await edit("- a\n- b$0 c\n");
    const { insertSpaces, tabSize } = editor.options;
    await run("tripReport.indentListItem");
    const tab = insertSpaces ? " ".repeat(Number(tabSize) - (3 % Number(tabSize))) : "\t";
    await becomes(editor, `- a\n- b${tab} c\n`);
  });

  it("moving an item takes its children along and keeps the numbers, in CRLF too", async () => {
    const editor = await edit("1. $0a\r\n   - x\r\n2. b\r\n");
    await run("tripReport.moveListItemDown");
    await becomes(editor, "1. b\r\n2. a\r\n   - x\r\n");
    equal(editor.selection.active.line, 1);
    await run("tripReport.moveListItemUp");
    await becomes(editor, "1. a\r\n   - x\r\n2. b\r\n");
    await run("undo");
    await becomes(editor, "1. b\r\n2. a\r\n   - x\r\n");
  });

  it("Shift+Enter breaks the line inside the item", async () => {
    const editor = await edit("1. a$0\n2. b");
    await run("tripReport.insertLineBreak");
    await type("c");
    await becomes(editor, "1. a\n   c\n2. b");
  });
});

describe("expanding the selection", () => {
  afterEach(closeAll);

  it("goes from word to sentence, paragraph and section", async () => {
    const editor = await edit("# R\n\n## Expo\n\nOne. Two wo$0rds.\n\n## Dinner\n");
    const grown: string[] = [];
    const grow = async () => {
      await run("editor.action.smartSelect.expand");
      return editor.document.getText(editor.selection);
    };
    // The server may be starting: the editor's own steps are other ones.
    await until("the server's ranges", async () => {
      const ranges = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        "vscode.executeSelectionRangeProvider",
        editor.document.uri,
        [editor.selection.active],
      );
      for (let range: vscode.SelectionRange | undefined = ranges[0]; range; range = range.parent)
        if (editor.document.getText(range.range) === "Two words.") return true;
      return false;
    });
    for (let step = 0; step < 20 && grown.at(-1) !== editor.document.getText(); step++)
      grown.push(await grow());
    const wanted = ["words", "Two words.", "One. Two words.", "## Expo\n\nOne. Two words."];
    equal(grown.filter((text) => wanted.includes(text)).join("|"), wanted.join("|"));
  });
});
