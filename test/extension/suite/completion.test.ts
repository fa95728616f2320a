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

/** Everything that is offered at the end of a document, by all providers together. */
async function labels({ uri, lineCount, lineAt }: vscode.TextDocument): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    uri,
    lineAt(lineCount - 1).range.end,
  );
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** Types at the end of a new report, takes what the list selects, and answers what stands there then. */
async function typeAndTake(head: string, typed: string): Promise<string> {
  const editor = await write(head);
  const { document } = editor;
  const end = document.positionAt(head.length);
  editor.selection = new vscode.Selection(end, end);
  await until("the server's list", async () => (await labels(document)) && true);
  for (const text of typed) await vscode.commands.executeCommand("type", { text });
  const before = document.getText();
  await until(`a suggestion behind “${typed}”`, async () => {
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    await vscode.commands.executeCommand("acceptSelectedSuggestion");
    return document.getText() !== before;
  });
  return document.getText().slice(head.length);
}

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

  it("insert a redacted marker that shows when rendered", async () => {
    const editor = await write("");
    await insert("Redacted marker");
    equal(editor.document.getText(), "\\<Redacted comments>");
  });

  it("offer nothing twice", async () => {
    const { document } = await write("---\ntype: trip-report\n---\n\n# A\n\n");
    const found = await until("the server's list", async () => {
      const all = await labels(document);
      return all.includes("internal-block") && all;
    });
    deepEqual(
      found.filter((label, at) => found.indexOf(label) !== at),
      [],
    );
    ok(found.includes("quote") && found.includes("Executive Summary"), found.join());
  });

  it("offer nothing of the server's in a sentence and in code", async () => {
    const report = "# A\n\n## B (Ada Brook)\n\nThey said int";
    for (const text of [report, `${report}\n\n\`\`\`\nint`]) {
      const { document } = await write(text);
      const found = await labels(document);
      deepEqual(
        found.filter((label) => label.startsWith("internal") || label === "Ada Brook"),
        [],
      );
    }
  });

  const head =
    "---\ntype: trip-report\naudience: public\n---\n\n# A\n\n## B (Ada Brook, Pelican Grid)\n\nText.\n\n";
  const taken: readonly (readonly [typed: string, after: string])[] = [
    [":::int", ":::internal\nNot for everyone.\n:::\n"],
    ["They [int", "They [internal: not for everyone]"],
    ["> [!int", "> [!INTERNAL]\n> Not for everyone."],
    ["They <int", "They <internal>Not for everyone.</internal>"],
    ["<!--int", "<!-- internal: not for everyone -->"],
    ["They {>>", "They {>> not for everyone <<}"],
    ["internal-b", ":::internal\nNot for everyone.\n:::\n"],
    ["> internal-b", "> :::internal\n> Not for everyone.\n> :::\n> "],
  ];
  for (const [typed, after] of taken)
    it(`take an internal comment typed as ${typed}`, async () => {
      equal(await typeAndTake(head, typed), after);
      await finding(vscode.window.activeTextEditor!.document, "unredacted-internal-comment");
    });

  it("take a speaker with the affiliation", async () => {
    equal(await typeAndTake(head, "## C (Ad"), "## C (Ada Brook, Pelican Grid)");
  });

  it("take a heading's attributes", async () => {
    equal(await typeAndTake(head, "## C {.int"), "## C {.internal}");
  });

  it("take a session at its level", async () => {
    match(
      await typeAndTake(`${head}## Tuesday\n\n`, "sess"),
      /^### Title \(Name, Company\)\n\n- What was said$/,
    );
  });

  it("take keys and values of the front matter", async () => {
    equal(await typeAndTake("---\ntype: trip-report\n", "sta"), "status: draft");
    equal(await typeAndTake("---\ntype: trip-report\naudience: ", "comp"), "company");
  });
});
