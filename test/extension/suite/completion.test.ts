import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { closeAll, codeOf, extension, finding, symbols, until, write } from "./workspace.js";

const snippets: Readonly<Record<string, { readonly prefix: string | readonly string[] }>> = JSON.parse(
  readFileSync(join(extension.extensionPath, "snippets", "trip-report.json"), "utf8"),
);
const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);

/** The snippets that are offered at the end of a document. */
async function offered({ uri, lineCount, lineAt }: vscode.TextDocument): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    uri,
    lineAt(lineCount - 1).range.end,
  );
  return list.items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet)
    .map(({ label }) => (typeof label === "string" ? label : label.label));
}

const insert = (name: string) =>
  vscode.commands.executeCommand("editor.action.insertSnippet", { langId: "trip-report", name });

describe("snippets and completion", () => {
  afterEach(closeAll);

  it("offer every snippet in a report", async () => {
    const { document } = await write("");
    const found = await until("snippets", async () => {
      const all = await offered(document);
      return all.length > 0 && all;
    });
    deepEqual(
      prefixes.filter((prefix) => !found.includes(prefix)),
      [],
    );
  });

  it("offer none of them in plain Markdown", async () => {
    const { document } = await write("", "plain.md");
    const found = await offered(document);
    ok(!found.includes("internal-block"), found.join());
  });

  it("insert a whole report that has an outline and nothing to find fault with", async () => {
    const editor = await write("");
    const { document } = editor;
    await insert("Trip report");
    match(document.getText(), /^---\ntype: trip-report\n/);
    match(document.getText(), /\n## Executive Summary\n/);
    const headings = document
      .getText()
      .split("\n")
      .filter((line) => /^## /.test(line));
    await until("the outline", async () => (await symbols(document)).length === headings.length);
    // One mistake of the test's own tells when the findings of this text are there.
    await editor.edit((edit) =>
      edit.insert(document.lineAt(document.lineCount - 1).range.end, "</internal>"),
    );
    await finding(document, "stray-internal-close");
    const wrong = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    deepEqual(wrong.map(codeOf), ["stray-internal-close"]);
  });

  it("insert internal comments that are recognised as such", async () => {
    const head = "---\ntype: trip-report\naudience: public\n---\n\n# A\n\n## B\n\nText.\n\n";
    for (const name of Object.keys(snippets).filter((name) => name.startsWith("Internal comment"))) {
      const editor = await write(head);
      const end = editor.document.positionAt(head.length);
      editor.selection = new vscode.Selection(end, end);
      await insert(name);
      const { range } = await finding(editor.document, "unredacted-internal-comment").catch(() => {
        throw new Error(
          `“${name}” inserted no internal comment: ${editor.document.getText().slice(head.length)}`,
        );
      });
      ok(range.start.line >= end.line, name);
    }
  });

  it("insert a redacted marker that shows when rendered", async () => {
    const editor = await write("");
    await insert("Redacted marker");
    equal(editor.document.getText(), "\\<Redacted comments>");
  });
});
