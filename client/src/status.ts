import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  type LogOutputChannel,
  l10n,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import {
  type PlaceAnswer,
  PUBLIC_COPY_REQUEST,
  type PublicCopyAnswer,
  type PublishedCopy,
  REPORT_LANGUAGE,
  type RefusedCopy,
} from "../../server/src/lsp/protocol.js";
import type { ReportServer } from "./client.js";
import { isReport } from "./language.js";
import { onTeamSettings } from "./team-settings.js";
import { kindName } from "./views/kinds.js";

/** How long the typing rests before the status is asked for again. */
const DELAY_MS = 500;

/** What the status bar says of the active report. */
export interface ReportStatus extends Disposable {
  /** Shows in which section the cursor is. Whoever asks for the place tells it, so that it is asked for once. */
  showPlace(place: PlaceAnswer): void;
}

/** The status of the active report: what its public copy leaves out or what keeps it from being made, and the section at the cursor. */
export function showStatus(server: ReportServer, log: LogOutputChannel): ReportStatus {
  const item = window.createStatusBarItem("tripReport.publicCopy", StatusBarAlignment.Right, 90);
  item.name = l10n.t("Trip Report: Public Copy");
  item.command = "tripReport.showPublicCopy";
  const publishing = languages.createLanguageStatusItem("tripReport.publishing", {
    language: REPORT_LANGUAGE,
  });
  publishing.name = l10n.t("Trip Report: Publishing");
  const section = languages.createLanguageStatusItem("tripReport.section", { language: REPORT_LANGUAGE });
  section.name = l10n.t("Trip Report: Section at the Cursor");
  section.text = l10n.t("No section");
  let timer: NodeJS.Timeout | undefined;

  const update = async (document: TextDocument): Promise<void> => {
    publishing.busy = true;
    const answer = await server
      .request<PublicCopyAnswer>(PUBLIC_COPY_REQUEST, { uri: document.uri.toString(), format: "md" })
      .finally(() => {
        publishing.busy = false;
      });
    if (window.activeTextEditor?.document !== document) return;
    if (!answer) return item.hide();
    if (answer.kind === "refused") tellRefused(item, publishing, answer);
    else tellPublished(item, publishing, answer);
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
  const all = Disposable.from(
    item,
    publishing,
    section,
    window.onDidChangeActiveTextEditor(() => later(0)),
    onTeamSettings(() => later(0)),
    workspace.onDidOpenTextDocument((document) => {
      if (document === window.activeTextEditor?.document) later(0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) later(DELAY_MS);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
  return {
    dispose: () => all.dispose(),
    showPlace: (place) => {
      section.text = place?.section ? kindName(place.section.kind) : l10n.t("No section");
      section.detail = place?.section?.title ?? "";
      section.accessibilityInformation = {
        label: `${section.name}: ${section.text} ${section.detail}`.trim(),
      };
    },
  };
}

function tellRefused(item: StatusBarItem, publishing: LanguageStatusItem, copy: RefusedCopy): void {
  const { audience, reasons } = copy;
  const why = reasons.map(({ message }) => message).join("; ");
  item.text = l10n.t("{0}: blocked", audience);
  item.tooltip = l10n.t("No copy for “{0}” can be made: {1}", audience, why);
  item.accessibilityInformation = { label: item.tooltip };
  item.backgroundColor = new ThemeColor("statusBarItem.warningBackground");
  publishing.text =
    reasons.length === 1
      ? l10n.t("1 thing keeps it from being published")
      : l10n.t("{0} things keep it from being published", reasons.length);
  publishing.detail = why;
  publishing.accessibilityInformation = {
    label: l10n.t("No copy for “{0}” can be made: {1}", audience, why),
  };
  publishing.severity = LanguageStatusSeverity.Warning;
  publishing.command = { command: "workbench.actions.view.problems", title: l10n.t("Show Problems") };
}

function tellPublished(item: StatusBarItem, publishing: LanguageStatusItem, copy: PublishedCopy): void {
  const { audience, redacted } = copy;
  item.text = l10n.t("{0}: {1} redacted", audience, redacted);
  item.tooltip = l10n.t("The copy for “{0}” has {1} comments redacted. Click to see it.", audience, redacted);
  item.accessibilityInformation = { label: item.tooltip, role: "button" };
  item.backgroundColor = undefined;
  publishing.text = l10n.t("Can be published");
  publishing.detail = l10n.t("{0} redacted for “{1}”", redacted, audience);
  publishing.accessibilityInformation = { label: `${publishing.text}: ${publishing.detail}` };
  publishing.severity = LanguageStatusSeverity.Information;
  publishing.command = { command: "tripReport.showPublicCopy", title: l10n.t("Show Public Copy") };
}
