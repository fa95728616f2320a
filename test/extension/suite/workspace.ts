// The copy of test/extension/fixtures/workspace that the editor has open, and waiting for what it does.
import * as vscode from "vscode";

/** The files of the workspace folder, by what they stand for. */
export const files = {
  report: "harbour-days.trip.md",
  readme: "README.md",
  frontMatter: "spring-meetup.md",
  nonAscii: "Tagung Zürich 2024/Bericht über die Tagung.trip.md",
} as const;

/** The extension under test. */
export const extension = vscode.extensions.getExtension("trip-report.trip-report");

/** The address of a file of the workspace folder. */
export function uri(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("the tests need a workspace folder");
  return vscode.Uri.joinPath(folder.uri, file);
}

/** Opens a file of the workspace folder in an editor. */
export const open = async (file: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(uri(file));

/** Asks until the answer is neither false nor undefined; fails, saying what it waited for, when time is over. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  limit = 10_000,
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

/** Closes every editor and throws unsaved changes away. */
export async function closeAll(): Promise<void> {
  for (const editor of [...vscode.window.visibleTextEditors]) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
