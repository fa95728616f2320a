import { type ExtensionContext, l10n, Uri, window } from "vscode";
import { AgendaComparisons } from "./agenda-comparisons.js";
import {
  type Connect,
  createServer,
  type ReportServer,
  restartWithTrust,
  startWithFirstReport,
} from "./client.js";
import { registerCommands } from "./commands/index.js";
import { decorateReports } from "./decorations/decorations.js";
import { detectReports } from "./detect.js";
import { dropFiles } from "./drop-files.js";
import { continueLists } from "./editing/continue-lists.js";
import { followLists } from "./editing/list-context.js";
import { Overviews } from "./overview/overviews.js";
import { pasteUrls } from "./paste-url.js";
import { followPlace } from "./place-context.js";
import { type PreviewBundle, ReportPreview } from "./preview/preview.js";
import { PublicCopies } from "./public-copies.js";
import { showStatus } from "./status.js";
import { TidiedNotes } from "./tidied-notes.js";
import { createViews } from "./views/index.js";

let server: ReportServer | undefined;

/** What other extensions may ask of this one; the built-in Markdown preview does. */
export interface ExtensionApi {
  /** Teaches a markdown-it renderer what reports have. */
  extendMarkdownIt<T>(renderer: T): T;
}

/** What differs between an editor on a desktop and one in a browser. */
export interface EditorHost {
  readonly connect: Connect;
  /** The plugin for the built-in preview; asked for with the first preview, and at once: the editor waits for nothing here. */
  loadPreview(): PreviewBundle;
}

/** Starts everything the extension does in a window. */
export function start(context: ExtensionContext, host: EditorHost): ExtensionApi {
  try {
    const log = window.createOutputChannel("Trip Report", { log: true });
    server = createServer(host.connect, log, {
      cacheFolder: context.storageUri,
      docs: Uri.joinPath(context.extensionUri, "docs", "rules"),
    });
    const copies = new PublicCopies(server, log);
    const agendas = new AgendaComparisons(server, log);
    const notes = new TidiedNotes(server);
    const previews = new ReportPreview(host.loadPreview, server, log);
    const status = showStatus(server, log);
    const views = createViews({ server, log }, context.workspaceState);
    const media = Uri.joinPath(context.extensionUri, "client", "media");
    const overviews = new Overviews(server, media, log);
    context.subscriptions.push(
      log,
      notes,
      previews,
      overviews,
      copies,
      agendas,
      views,
      registerCommands({ server, log, copies, notes, previews, overviews, agendas, views }),
      status,
      startWithFirstReport(server, log),
      restartWithTrust(server, log),
      detectReports(log),
      pasteUrls(server),
      dropFiles(),
      continueLists(log),
      followLists(),
      followPlace(server, log, (place) => status.showPlace(place)),
      decorateReports(server, Uri.joinPath(context.extensionUri, "client", "media"), log),
    );
    return { extendMarkdownIt: (renderer) => previews.extend(renderer) };
  } catch (error) {
    // The editor only logs this; without a word the user would wait for help that never comes.
    void window.showErrorMessage(l10n.t("Trip Report could not start: {0}", String(error)));
    throw error;
  }
}

/** Ends the server; the editor is about to end. */
export async function stop(): Promise<void> {
  await server?.stop();
}
