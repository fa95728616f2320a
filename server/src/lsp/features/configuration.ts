import { DiagnosticSeverity, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { CONFIG_NAMES } from "../../config.js";
import type { Say } from "../../text/message.js";
import { Text } from "../../text/text.js";
import type { ConfigSource } from "../../workspace/settings-store.js";
import type { Feature } from "../feature.js";
import { SOURCE, toRange } from "../to-protocol.js";
import { unwaited } from "../unwaited.js";

/** Follows the configurations' files: they are read again when they change, and what is wrong in them is shown there. */
export const configuration: Feature = ({
  connection,
  client,
  settings,
  say,
  store,
  onDidChange,
  onDidChangeSettings,
  onInitialized,
}) => {
  const shown = new Map<string, ConfigSource>();

  const show = async () => {
    const sources = new Map<string, ConfigSource>();
    for (const { uri } of store.all()) {
      const { source } = await settings.for(uri);
      if (source) sources.set(source.uri, source);
    }
    for (const uri of shown.keys())
      if (!sources.has(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, source] of sources)
      if (shown.get(uri) !== source)
        await connection.sendDiagnostics({ uri, diagnostics: problems(source, say) });
    shown.clear();
    for (const [uri, source] of sources) shown.set(uri, source);
  };
  const quietly = () =>
    void show().catch((error: unknown) => connection.console.error(`configuration: ${String(error)}`));

  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
    onInitialized(() => {
      const watchers = CONFIG_NAMES.map((name) => ({ globPattern: `**/${name}` }));
      unwaited(
        connection,
        "configuration",
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      );
    });
  onDidChange(quietly);
  onDidChangeSettings(quietly);
};

function problems({ text, problems }: ConfigSource, say: Say) {
  const lines = Text.of(text);
  return problems.map((problem) => ({
    range: toRange(lines, problem),
    severity: problem.code === "unknown-rule" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    code: problem.code,
    source: SOURCE,
    message: say(problem.message),
  }));
}
