import type { WorkspaceEdit } from "vscode-languageserver";
import type { Feature } from "../feature.js";
import { fitting } from "../workspace-edits.js";
import { ask } from "./links.js";

/** Keeps links right when files or folders are moved or renamed: the client asks for the edits before it does so. */
export const linkUpdates: Feature = (context) => {
  const { connection, answerAll } = context;
  connection.workspace.onWillRenameFiles(({ files }, token) =>
    answerAll<WorkspaceEdit | null>("moved files", async () => {
      const edit = await ask(context, token, (service) => service.moves(files, token));
      return edit?.documentChanges?.length ? (fitting(context.client, edit) ?? null) : null;
    }),
  );
};
