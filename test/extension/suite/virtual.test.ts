import { deepEqual } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, codeOf, finding, findings } from "./workspace.js";

const files = new Map([
  [
    "/notes/.tripreport.yaml",
    "rules:\n  misspelt-internal-comment: off\n  unclosed-internal-comment: warning\n",
  ],
  ["/notes/day.trip.md", "# A Day Out\n\n[intenral: x]\n\n[internal: y\n"],
]);

/** Files in memory that nobody changes. */
const provider: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => {}),
  stat: ({ path }) => ({ type: vscode.FileType.File, ctime: 1, mtime: 1, size: text(path).length }),
  readFile: ({ path }) => new TextEncoder().encode(text(path)),
  readDirectory: () => [],
  createDirectory: () => refuse(),
  writeFile: () => refuse(),
  delete: () => refuse(),
  rename: () => refuse(),
};

function text(path: string): string {
  const found = files.get(path);
  if (found === undefined) throw vscode.FileSystemError.FileNotFound(path);
  return found;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

describe("a report on no disk", () => {
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider("memfs", provider, { isReadonly: false });
  });
  after(async () => {
    await closeAll();
    registration.dispose();
  });

  it("has the settings of the team beside it", async () => {
    const { document } = await vscode.window.showTextDocument(vscode.Uri.parse("memfs:/notes/day.trip.md"));
    const found = await finding(document, "unclosed-internal-comment");
    deepEqual(found.severity, vscode.DiagnosticSeverity.Warning);
    deepEqual(findings(document).map(codeOf).includes("misspelt-internal-comment"), false);
  });
});
