import { type CodeLens, CodeLensRefreshRequest } from "vscode-languageserver";
import { codeLenses as lensesOf, reportTitle, speakerTitle } from "../../features/code-lenses.js";
import type { Feature } from "../feature.js";
import { SHOW_REFERENCES_COMMAND } from "../protocol.js";
import { toRange } from "../to-protocol.js";

interface LensData {
  readonly uri: string;
  /** The speaker that it is about; the report itself where nobody is. */
  readonly name?: string;
}

/** Lines above a report and its speakers that say what there is of them, where the user wants that. */
export const codeLenses: Feature = (context) => {
  const { connection, client, editorSettings, indexer, answer, answerAll, report: open, say } = context;
  connection.onCodeLens(({ textDocument: { uri } }) =>
    answer<CodeLens[]>("code lenses", uri, [], async ({ analysis, text }) => {
      if (!editorSettings.current.codeLens.enabled) return [];
      return lensesOf(analysis, await indexer.current()).map((lens) => {
        const data: LensData = { uri, ...(lens.name === undefined ? {} : { name: lens.name }) };
        return { range: toRange(text, lens), data };
      });
    }),
  );
  connection.onCodeLensResolve((lens) =>
    answerAll<CodeLens>("code lens", async () => {
      const { uri, name } = lens.data as LensData;
      const report = await open(uri);
      if (!report) return lens;
      if (name === undefined)
        return {
          ...lens,
          command: { title: reportTitle(report.analysis, say), command: "tripReport.publish" },
        };
      const said = speakerTitle(await indexer.current(), name);
      const title = said === undefined ? name : say(said);
      const arguments_ = [uri, lens.range.start];
      return { ...lens, command: { title, command: SHOW_REFERENCES_COMMAND, arguments: arguments_ } };
    }),
  );
  const refresh = () => {
    if (client.workspace?.codeLens?.refreshSupport)
      connection
        .sendRequest(CodeLensRefreshRequest.type)
        .catch((error: unknown) => connection.console.error(`code lenses: ${String(error)}`));
  };
  editorSettings.onDidChange(refresh);
  // How many sessions somebody has depends on all reports.
  indexer.onDidChange(() => {
    if (editorSettings.current.codeLens.enabled) refresh();
  });
};
