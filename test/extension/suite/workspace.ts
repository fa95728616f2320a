// The copy of test/extension/fixtures/workspace that the editor has open, and waiting for what it does.
import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import { languageServers } from "../../host/processes.mjs";

/** The files of the workspace folder, by what they stand for. */
export const files = {
  report: "harbour-days.trip.md",
  readme: "README.md",
  frontMatter: "spring-meetup.md",
  rawNotes: "evening-lectures.txt",
  nonAscii: "Tagung Zürich 2024/Bericht über die Tagung.trip.md",
} as const;

/** The extension under test. */
export const extension = find("trip-report.trip-report");

function find(id: string): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(id);
  if (!found) throw new Error(`the extension ${id} is not installed`);
  return found;
}

/** The address of a file of the workspace folder. */
export function uri(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("the tests need a workspace folder");
  return vscode.Uri.joinPath(folder.uri, file);
}

/** Opens a file of the workspace folder in an editor. */
export const open = async (file: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(uri(file));

/** Writes a new file into the workspace folder and opens it; `name` is the end of its name. */
export async function write(text: string, name = "report.trip.md"): Promise<vscode.TextEditor> {
  const file = `${randomUUID().slice(0, 8)}-${name}`;
  await vscode.workspace.fs.writeFile(uri(file), new TextEncoder().encode(text));
  return open(file);
}

/** Asks until the answer is neither false nor undefined; fails, saying what it waited for, when time is over. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  limit = 30_000,
): Promise<Exclude<T, false | undefined | null>> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined && answer !== null) {
      return answer as Exclude<T, false | undefined | null>;
    }
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** What the extension's server reports of a document, in the order of its places. */
export const findings = ({ uri }: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "trip-report")
    .sort((a, b) => a.range.start.compareTo(b.range.start));

/** The code under which a finding is known. */
export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === "object" ? code.value : code);

/** Waits until a document has a finding with that code and answers it. */
export const finding = (document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> =>
  until(`${code} in ${document.uri.path}`, () => findings(document).find((found) => codeOf(found) === code));

/** Waits until a document has no finding with that code. */
export const noFinding = (document: vscode.TextDocument, code: string): Promise<true> =>
  until(`the end of ${code} in ${document.uri.path}`, () =>
    findings(document).every((found) => codeOf(found) !== code),
  );

/** The symbols of a document, from all providers together. */
export const symbols = async ({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> =>
  (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  )) ?? [];

/** Replaces the first occurrence of a text in an editor, as typing over a selection does. */
export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`the document has no “${text}”`);
  const place = new vscode.Range(
    editor.document.positionAt(at),
    editor.document.positionAt(at + text.length),
  );
  if (!(await editor.edit((edit) => edit.replace(place, by)))) throw new Error("the editor took no edit");
}

/** The place of a text's first occurrence. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`the document has no “${text}”`);
  return document.positionAt(at);
}

/** The process ids of the extension's language servers in this window. */
export const servers = (): number[] => languageServers(process.pid);

/** Waits until exactly one server runs that is none of these, and answers its process id. */
export const newServer = (...before: number[]): Promise<number> =>
  until("one server", () => {
    const running = servers();
    return running.length === 1 && !before.includes(running[0]!) && running[0];
  });

/** Closes every editor and throws unsaved changes away. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
