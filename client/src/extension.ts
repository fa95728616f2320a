import { type ExtensionContext, window } from "vscode";
import { AgendaComparisons } from "./agenda-comparisons.js";
import { createServer, type ReportServer, startWithFirstReport } from "./client.js";
import { registerCommands } from "./commands/index.js";
import { detectReports } from "./detect.js";
import { dropFiles } from "./drop-files.js";
import { continueLists } from "./editing/continue-lists.js";
import { followLists } from "./editing/list-context.js";
import { pasteUrls } from "./paste-url.js";
import { followPlace } from "./place-context.js";
import { PublicCopies } from "./public-copies.js";
import { showStatus } from "./status.js";
import { TidiedNotes } from "./tidied-notes.js";
import { createViews } from "./views/index.js";

let server: ReportServer | undefined;

/** Called by the editor when the first Markdown file or report is opened, or a command of ours is run. */
export function activate(context: ExtensionContext): void {
  try {
    const log = window.createOutputChannel("Trip Report", { log: true });
    server = createServer(context.asAbsolutePath("dist/server.js"), log, context.storageUri);
    const copies = new PublicCopies(server, log);
    const agendas = new AgendaComparisons(server, log);
    const notes = new TidiedNotes(server);
    const views = createViews({ server, log }, context.workspaceState);
    context.subscriptions.push(
      log,
      notes,
      copies,
      agendas,
      views,
      registerCommands({ server, log, copies, notes, agendas, views }),
      showStatus(server, log),
      startWithFirstReport(server, log),
      detectReports(log),
      pasteUrls(server),
      dropFiles(),
      continueLists(log),
      followLists(),
      followPlace(server, log),
    );
  } catch (error) {
    // The editor only logs this; without a word the user would wait for help that never comes.
    void window.showErrorMessage(`Trip Report could not start: ${String(error)}`);
    throw error;
  }
}

/** Called by the editor before it ends; the server ends first. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
