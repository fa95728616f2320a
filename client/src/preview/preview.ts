import { commands, type Disposable, type LogOutputChannel, l10n, type TextDocument, workspace } from "vscode";
import {
  RECOGNITION_REQUEST,
  type RecognitionAnswer,
  type RecognitionParams,
} from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import { isReport } from "../language.js";
import { saysTripReport } from "../says-trip-report.js";
import { onTeamSettings } from "../team-settings.js";

/** What the bundle for the preview offers; the built-in preview's renderer is known to neither side of it here. */
export interface PreviewBundle {
  tripReportPreview<T>(
    renderer: T,
    readingOf: (source: string) => ReportReading | undefined,
    words: { title(audience: string): string; label(audience: string): string },
  ): T;
}

interface ReportReading {
  readonly format: "markdown" | "plain-text";
  readonly settings?: RecognitionAnswer | undefined;
}

/** Reports in the built-in Markdown preview. The settings of their teams are asked of the server once a report. */
export class ReportPreview implements Disposable {
  private readonly settings = new Map<string, RecognitionAnswer>();
  private readonly disposables: Disposable[];

  /** `load` gives what reads reports for the preview; it is called with the first preview. */
  constructor(
    private readonly load: () => PreviewBundle,
    private readonly server: ReportServer,
    private readonly log: LogOutputChannel,
  ) {
    this.disposables = [
      onTeamSettings(() => {
        const shown = this.settings.size > 0;
        this.settings.clear();
        if (shown) this.refresh();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.settings.delete(uri.toString())),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Extends the renderer of the built-in preview. A renderer is returned as it came where that cannot be done. */
  extend<T>(renderer: T): T {
    try {
      const { tripReportPreview } = this.load();
      return tripReportPreview(renderer, (source) => this.readingOf(source), {
        title: (audience) => l10n.t("Internal: for {0}", audience),
        label: (audience) => l10n.t("Internal · {0}", audience),
      });
    } catch (error) {
      this.log.error("The preview cannot show reports", String(error));
      return renderer;
    }
  }

  /** Waits until the settings for a report are known, so that its preview is right from the start. */
  async prepare({ uri }: TextDocument): Promise<void> {
    const params: RecognitionParams = { uri: uri.toString() };
    this.settings.set(params.uri, await this.server.request<RecognitionAnswer>(RECOGNITION_REQUEST, params));
  }

  /** The editor gives the renderer a text and does not say whose it is. */
  private readingOf(source: string): ReportReading | undefined {
    const report = workspace.textDocuments.find(
      (document) => isReport(document) && document.getText() === source,
    );
    if (!report) return saysTripReport(source) ? { format: "markdown" } : undefined;
    const settings = this.settings.get(report.uri.toString());
    if (!settings)
      this.prepare(report)
        .then(() => this.refresh())
        .catch((error: unknown) => this.log.error("The settings could not be asked for", String(error)));
    return { format: report.uri.path.endsWith(".txt") ? "plain-text" : "markdown", settings };
  }

  private refresh(): void {
    void commands.executeCommand("markdown.preview.refresh").then(undefined, (error: unknown) => {
      this.log.warn("The preview was not refreshed", String(error));
    });
  }
}
