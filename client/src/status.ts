import {
  Disposable,
  type LogOutputChannel,
  StatusBarAlignment,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import { PUBLIC_COPY_REQUEST, type PublicCopyAnswer } from "../../server/src/lsp/protocol.js";
import type { ReportServer } from "./client.js";
import { isReport } from "./language.js";

/** How long the typing rests before the status is asked for again. */
const DELAY_MS = 500;

/** A status item for the active report: what its public copy leaves out, or that there can be none. */
export function showStatus(server: ReportServer, log: LogOutputChannel): Disposable {
  const item = window.createStatusBarItem("tripReport.publicCopy", StatusBarAlignment.Right, 90);
  item.name = "Trip Report: Public Copy";
  item.command = "tripReport.showPublicCopy";
  let timer: NodeJS.Timeout | undefined;

  const update = async (document: TextDocument): Promise<void> => {
    const answer = await server.request<PublicCopyAnswer>(PUBLIC_COPY_REQUEST, {
      uri: document.uri.toString(),
      format: "md",
    });
    if (window.activeTextEditor?.document !== document) return;
    if (!answer) return item.hide();
    const blocked = answer.kind === "refused";
    item.text = blocked ? `${answer.audience}: blocked` : `${answer.audience}: ${answer.redacted} redacted`;
    item.tooltip = blocked
      ? `No copy for “${answer.audience}” can be made: ${answer.reasons.map(({ message }) => message).join("; ")}`
      : `The copy for “${answer.audience}” has ${answer.redacted} comments redacted. Click to see it.`;
    item.backgroundColor = blocked ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    item.show();
  };
  const later = (delay: number): void => {
    clearTimeout(timer);
    const document = window.activeTextEditor?.document;
    if (!document || !isReport(document)) {
      item.hide();
      return;
    }
    timer = setTimeout(() => {
      update(document).catch((error: unknown) =>
        log.error("The status could not be asked for", String(error)),
      );
    }, delay);
  };

  later(0);
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(() => later(0)),
    workspace.onDidOpenTextDocument((document) => {
      if (document === window.activeTextEditor?.document) later(0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) later(DELAY_MS);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}
