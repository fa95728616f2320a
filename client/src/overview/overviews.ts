import {
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  Range,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
  workspace,
} from "vscode";
import {
  OVERVIEW_REQUEST,
  type OverviewAnswer,
  type OverviewParams,
  VIEWS_CHANGED_NOTIFICATION,
} from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import { isReport } from "../language.js";
import { chosenPlace } from "./chosen-place.js";
import { contentOf, type OverviewState, overviewPage } from "./overview-page.js";

/** The type of the panels, by which the editor restores them. */
const PANEL = "tripReport.overview";
/** The scheme of the read-only documents that say the same as text. */
const SCHEME = "trip-report-overview";
/** How long changes rest before what is shown is made again. */
const REFRESH_DELAY_MS = 300;

interface Shown {
  readonly panel: WebviewPanel;
  readonly state: OverviewState;
  uris: readonly string[];
}

/** Overviews of reports: in panels that follow the reports and outlive the window, and as text for any reader. */
export class Overviews
  implements WebviewPanelSerializer<OverviewState>, TextDocumentContentProvider, Disposable
{
  private readonly shown = new Set<Shown>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly disposables: Disposable[];
  private timer: NodeJS.Timeout | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly server: ReportServer,
    private readonly media: Uri,
    private readonly log: LogOutputChannel,
  ) {
    const files = workspace.createFileSystemWatcher("**/*.{md,markdown,txt}");
    const later = () => this.refreshLater();
    this.disposables = [
      this.changed,
      files,
      files.onDidCreate(later),
      files.onDidDelete(later),
      files.onDidChange(later),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isReport(document)) this.refreshLater();
      }),
      server.onNotification(VIEWS_CHANGED_NOTIFICATION, later),
      window.registerWebviewPanelSerializer(PANEL, this),
      workspace.registerTextDocumentContentProvider(SCHEME, this),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const { panel } of this.shown) panel.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Shows the overview of a report, or of all; the panel that shows it already comes to the front. */
  async show(report: Uri | undefined): Promise<void> {
    const uri = report?.toString();
    const known = [...this.shown].find(({ state }) => state.uri === uri);
    if (known) return known.panel.reveal();
    const column = report ? ViewColumn.Beside : ViewColumn.Active;
    const panel = window.createWebviewPanel(PANEL, titleOf(null), column, {});
    await this.fill(panel, uri === undefined ? {} : { uri });
  }

  /** What the panel in front tells of: a report, or all where it has no `uri`; undefined where none is in front. */
  get inFront(): OverviewState | undefined {
    return [...this.shown].find(({ panel }) => panel.active)?.state;
  }

  /** Shows the same as text, read-only. */
  async showText(report: Uri | undefined): Promise<void> {
    const name = report?.path.replace(/^.*\//, "") ?? l10n.t("All Reports");
    const path = `/${name}.${l10n.t("overview")}.txt`;
    const uri = Uri.from({ scheme: SCHEME, path, query: report?.toString() ?? "" });
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  /** Called by the editor for a panel that was open when it ended. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: OverviewState | undefined): Promise<void> {
    const uri = typeof state?.uri === "string" ? state.uri : undefined;
    // An open report is read from its document; one that is closed, from its file.
    await this.fill(panel, uri === undefined ? {} : { uri });
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const answer = await this.ask(query === "" ? {} : { uri: query });
    return answer?.text ?? `${l10n.t("This document is no trip report.")}\n`;
  }

  private ask(params: OverviewParams): Promise<OverviewAnswer> {
    return this.server.request<OverviewAnswer>(OVERVIEW_REQUEST, params);
  }

  private async fill(panel: WebviewPanel, state: OverviewState): Promise<void> {
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.media] };
    const shown: Shown = { panel, state, uris: [] };
    this.shown.add(shown);
    panel.onDidDispose(() => this.shown.delete(shown));
    panel.webview.onDidReceiveMessage((message: unknown) => this.open(shown, message));
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.refreshLater();
    });
    const answer = await this.ask({ ...(state.uri === undefined ? {} : { uri: state.uri }) });
    if (!this.shown.has(shown)) return;
    this.note(shown, answer);
    panel.webview.html = overviewPage(panel.webview, this.media, state, answer);
  }

  private note(shown: Shown, answer: OverviewAnswer): void {
    shown.uris = answer?.uris ?? [];
    shown.panel.title = shown.state.uri === undefined ? l10n.t("Overview of All Reports") : titleOf(answer);
  }

  private refreshLater(): void {
    const texts = workspace.textDocuments.filter(({ uri }) => uri.scheme === SCHEME);
    if (this.shown.size + texts.length === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const { uri } of texts) this.changed.fire(uri);
      for (const shown of this.shown)
        if (shown.panel.visible)
          this.refresh(shown).catch((error: unknown) =>
            this.log.error("An overview could not be made again", String(error)),
          );
    }, REFRESH_DELAY_MS);
  }

  private async refresh(shown: Shown): Promise<void> {
    const answer = await this.ask(shown.state);
    if (!this.shown.has(shown)) return;
    this.note(shown, answer);
    await shown.panel.webview.postMessage({ html: contentOf(answer) });
  }

  /** Goes to the place that was chosen, in the column that shows the report already. */
  private async open({ state, uris, panel }: Shown, message: unknown): Promise<void> {
    const place = chosenPlace(message, uris);
    const target = place?.uri ?? state.uri;
    if (!place || target === undefined) return;
    const uri = Uri.parse(target);
    const known = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    const beside = panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    await window.showTextDocument(uri, {
      viewColumn: known?.viewColumn ?? beside,
      selection: new Range(place.line, 0, place.line, 0),
    });
  }
}

function titleOf(answer: OverviewAnswer): string {
  const title = answer?.title;
  return title === undefined ? l10n.t("Overview") : l10n.t("Overview: {0}", title);
}
