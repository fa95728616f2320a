import { type ExtensionContext, Uri } from "vscode";
import { State } from "vscode-languageclient";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { tripReportPreview } from "../../server/src/preview/plugin.js";
import { type ExtensionApi, start, stop } from "./start.js";

type ServerWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string, options: { readonly name: string }) => ServerWorker;

/**
 * Writes messages as a process would get them. A worker would get values of the editor's classes with their inner fields,
 * a position without its line.
 */
class PlainWriter extends BrowserMessageWriter {
  override write(message: Parameters<BrowserMessageWriter["write"]>[0]): Promise<void> {
    return super.write(JSON.parse(JSON.stringify(message)));
  }
}

/** Called by an editor in a browser, as `activate` of `extension.ts` is by one on a desktop. */
export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, "dist", "web", "server.js").toString(true);
  return start(context, {
    connect: async (options) => {
      let worker: ServerWorker | undefined;
      const run = async () => {
        worker?.terminate();
        worker = new Worker(script, { name: "Trip Report" });
        return { reader: new BrowserMessageReader(worker), writer: new PlainWriter(worker) };
      };
      const client = new LanguageClient("tripReport", "Trip Report", run, options);
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) worker?.terminate();
      });
      return client;
    },
    // Nothing can be loaded here on request, so it is part of the client's bundle.
    loadPreview: () => ({ tripReportPreview: tripReportPreview as never }),
  });
}

/** Called by the editor before it ends; the server ends first. */
export const deactivate = stop;
