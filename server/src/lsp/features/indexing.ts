import {
  DidChangeWatchedFilesNotification,
  DidRenameFilesNotification,
  WatchKind,
  WorkDoneProgressCreateRequest,
} from "vscode-languageserver";
import { l10n } from "../../text/message.js";
import { TEXT_EXTENSIONS } from "../../workspace/report-files.js";
import { canonicalUri } from "../../workspace/uris.js";
import type { Feature, FeatureContext } from "../feature.js";
import { unwaited } from "../unwaited.js";

/** Runs over fewer files are over before a message about them could be read. */
const WORTH_TELLING = 100;
const EVERY_MS = 100;
/** How long after the last change the index is written to disk. */
const SAVE_MS = 3000;

/** Has the index follow the files of the workspace, tells how far it is, and has it kept for the next start. */
export const indexing: Feature = (context) => {
  const { connection, indexer, onInitialized } = context;
  onInitialized(() => {
    watch(context);
    indexer.relist();
  });
  let timer: NodeJS.Timeout | undefined;
  indexer.onProgress((progress) => {
    clearTimeout(timer);
    if (!progress) timer = setTimeout(() => void indexer.save(), SAVE_MS);
  });
  connection.onShutdown(async () => {
    clearTimeout(timer);
    await indexer.save();
  });
  tellProgress(context);
};

function watch({ connection, client, indexer }: FeatureContext): void {
  const { didChangeWatchedFiles, fileOperations } = client.workspace ?? {};
  if (didChangeWatchedFiles?.dynamicRegistration)
    unwaited(
      connection,
      "watched files",
      connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: `**/*.{${TEXT_EXTENSIONS.join(",")}}` },
          // A folder that goes is told by its own name only.
          { globPattern: "**/*", kind: WatchKind.Delete },
        ],
      }),
    );
  // A folder renamed in the editor may not be told by the file system at all.
  if (fileOperations?.dynamicRegistration && fileOperations.didRename) {
    unwaited(
      connection,
      "renamed files",
      connection.client.register(DidRenameFilesNotification.type, {
        filters: [{ pattern: { glob: "**/*" } }],
      }),
    );
    connection.workspace.onDidRenameFiles(({ files }) =>
      indexer.filesChanged(
        files.flatMap(({ oldUri, newUri }) => [
          { uri: canonicalUri(oldUri), gone: true },
          { uri: canonicalUri(newUri), gone: false },
        ]),
      ),
    );
  }
}

/** Shows how far a long run is, where the client can; its button ends the run. */
function tellProgress({ connection, client, indexer, say }: FeatureContext): void {
  if (!client.window?.workDoneProgress) return;
  let token: string | undefined;
  let runs = 0;
  let told = 0;
  const send = (value: object) => {
    if (token !== undefined) void connection.sendNotification("$/progress", { token, value });
  };
  connection.onNotification("window/workDoneProgress/cancel", (params: { readonly token: unknown }) => {
    if (params.token === token) indexer.cancel();
  });
  const begin = async (own: string) => {
    await connection.sendRequest(WorkDoneProgressCreateRequest.type, { token: own });
    if (token === own)
      send({ kind: "begin", title: say(l10n.t("Reading trip reports")), cancellable: true, percentage: 0 });
  };
  indexer.onProgress((progress) => {
    if (!progress) {
      send({ kind: "end" });
      token = undefined;
    } else if (token === undefined && progress.total >= WORTH_TELLING) {
      token = `trip-report-index-${++runs}`;
      told = performance.now();
      begin(token).catch(() => {
        token = undefined;
      });
    } else if (token !== undefined && performance.now() - told > EVERY_MS) {
      told = performance.now();
      const { done, total } = progress;
      const percentage = Math.floor((done * 100) / total);
      send({ kind: "report", message: say(l10n.t("{0} of {1}", done, total)), percentage });
    }
  });
}
