import { type ExtensionContext, window } from "vscode";
import { createServer, type ReportServer, startWithFirstReport } from "./client.js";
import { registerCommands } from "./commands/index.js";
import { detectReports } from "./detect.js";
import { PublicCopies } from "./public-copies.js";
import { showStatus } from "./status.js";

let server: ReportServer | undefined;

/** Called by the editor when the first Markdown file or report is opened, or a command of ours is run. */
export function activate(context: ExtensionContext): void {
  try {
    const log = window.createOutputChannel("Trip Report", { log: true });
    server = createServer(context.asAbsolutePath("dist/server.js"), log);
    const copies = new PublicCopies(server, log);
    context.subscriptions.push(
      log,
      copies,
      registerCommands({ server, log, copies }),
      showStatus(server, log),
      startWithFirstReport(server, log),
      detectReports(log),
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
