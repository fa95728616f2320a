import { type ExtensionContext, workspace } from "vscode";
import type { PreviewBundle } from "./preview/preview.js";
import { type ExtensionApi, start, stop } from "./start.js";

/** Called by the editor when the first Markdown file or report is opened, or a command of ours is run. */
export function activate(context: ExtensionContext): ExtensionApi {
  const preview = context.asAbsolutePath("dist/preview.js");
  return start(context, {
    connect: async (clientOptions) => {
      const { LanguageClient, TransportKind } = await import("./language-client.js");
      const args = workspace.isTrusted ? [] : ["--restricted"];
      const module = context.asAbsolutePath("dist/server.js");
      // What the server does by itself where it may change how it runs (`keepSmall`).
      const options = { execArgv: ["--max-semi-space-size=4", "--expose-gc"] };
      const run = { module, transport: TransportKind.ipc, args, options };
      const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6019"] } };
      // The identifier is also the prefix of the setting `tripReport.trace.server`.
      return new LanguageClient("tripReport", "Trip Report", { run, debug }, clientOptions);
    },
    // A path, so that the bundle stays one of its own.
    loadPreview: () => require(preview) as PreviewBundle,
  });
}

/** Called by the editor before it ends; the server ends first. */
export const deactivate = stop;
