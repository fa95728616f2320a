import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { PreviewBundle } from "./preview/preview.js";
import { type ExtensionApi, start, stop } from "./start.js";

/** Called by the editor when the first Markdown file or report is opened, or a command of ours is run. */
export function activate(context: ExtensionContext): ExtensionApi {
  const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6019"] } };
  const preview = context.asAbsolutePath("dist/preview.js");
  return start(context, {
    // The identifier is also the prefix of the setting `tripReport.trace.server`.
    connect: (options) => new LanguageClient("tripReport", "Trip Report", { run: server, debug }, options),
    // A path, so that the bundle stays one of its own.
    loadPreview: () => require(preview) as PreviewBundle,
  });
}

/** Called by the editor before it ends; the server ends first. */
export const deactivate = stop;
