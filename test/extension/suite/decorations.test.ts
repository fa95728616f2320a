import { deepEqual } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, replace, until, write } from "./workspace.js";

const report = "# R\n\n## Keynote (Ada Brook)\n\na [internal company: b] c\n";

/** The words with a semantic token and their types, as the editor has them. */
async function tokens({ document }: vscode.TextEditor): Promise<string[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
    "vscode.provideDocumentSemanticTokensLegend",
    document.uri,
  );
  const found = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    "vscode.provideDocumentSemanticTokens",
    document.uri,
  );
  const words: string[] = [];
  let line = 0;
  let character = 0;
  const data = found?.data ?? [];
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0] = data.slice(at, at + 4);
    character = lines === 0 ? character + columns : columns;
    line += lines;
    const word = document.getText(new vscode.Range(line, character, line, character + length));
    words.push(`${legend?.tokenTypes[type]} ${word}`);
  }
  return words;
}

describe("semantic tokens", () => {
  afterEach(closeAll);

  it("colour what the analysis knows, and follow an edit", async () => {
    const editor = await write(report);
    const before = [
      "keyword Keynote",
      "function Ada Brook",
      "macro [internal",
      "type company",
      "macro :",
      "macro ]",
    ];
    await until("the tokens", async () => (await tokens(editor)).length === before.length);
    deepEqual(await tokens(editor), before);
    await replace(editor, "company", "team");
    await until("the new audience", async () => (await tokens(editor)).includes("type team"));
  });
});
