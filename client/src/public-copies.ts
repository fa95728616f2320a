import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  workspace,
} from "vscode";
import {
  type CopyFormat,
  PUBLIC_COPY_REQUEST,
  type PublicCopyAnswer,
  type PublicCopyParams,
} from "../../server/src/lsp/protocol.js";
import type { ReportServer } from "./client.js";

/** The scheme of the read-only documents that show public copies. */
const SCHEME = "trip-report-copy";
/** How long the typing rests before an open copy is made again. */
const REFRESH_DELAY_MS = 300;

/** Public copies as documents: made by the server when they are opened, and again while their source is edited. */
export class PublicCopies implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly blockers = languages.createDiagnosticCollection("trip-report-copy");
  private readonly disposables: Disposable[];
  private timer: NodeJS.Timeout | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly server: ReportServer,
    private readonly log: LogOutputChannel,
  ) {
    this.disposables = [
      this.changed,
      this.blockers,
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidChangeTextDocument(({ document }) => this.refreshLater(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.blockers.delete(uri)),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Asks the server for the copy of a report. `undefined` when the document is no report. */
  async make(source: Uri, format: CopyFormat, audience?: string): Promise<PublicCopyAnswer> {
    const params: PublicCopyParams = {
      uri: source.toString(),
      format,
      ...(audience === undefined ? {} : { audience }),
    };
    return this.server.request<PublicCopyAnswer>(PUBLIC_COPY_REQUEST, params);
  }

  /** The address of the document that shows the copy of a report. */
  uriFor(source: Uri): Uri {
    const name = source.path
      .replace(/^.*\//, "")
      .replace(/(?:\.trip|\.tripreport)?\.(md|markdown|txt)$/i, "");
    return Uri.from({
      scheme: SCHEME,
      path: `/${name}.public${/\.txt$/i.test(source.path) ? ".txt" : ".md"}`,
      query: source.toString(),
    });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const source = Uri.parse(uri.query);
    const answer = await this.make(source, /\.txt$/i.test(uri.path) ? "txt" : "md");
    if (answer?.kind === "published") {
      this.blockers.delete(uri);
      return answer.text;
    }
    return this.refusal(uri, answer);
  }

  /** What is shown where no copy can be made: why, each reason with a diagnostic on its line. */
  private refusal(uri: Uri, answer: PublicCopyAnswer): string {
    if (!answer || answer.kind === "published") return `${l10n.t("This document is no trip report.")}\n`;
    const head = [l10n.t("There is no copy for “{0}” yet:", answer.audience), ""];
    const reasons = answer.reasons.map(
      ({ message, line }) => `- ${line === undefined ? message : l10n.t("line {0}: {1}", line + 1, message)}`,
    );
    this.blockers.set(
      uri,
      answer.reasons.map(({ message, code }, index) => {
        const row = head.length + index;
        const found = new Diagnostic(
          new Range(row, 0, row, reasons[index]!.length),
          message,
          DiagnosticSeverity.Error,
        );
        found.code = code;
        found.source = "trip-report";
        return found;
      }),
    );
    return [...head, ...reasons, ""].join("\n");
  }

  private refreshLater(document: TextDocument): void {
    const open = workspace.textDocuments.filter(
      ({ uri }) => uri.scheme === SCHEME && uri.query === document.uri.toString(),
    );
    if (open.length === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.log.debug("Public copies are made again", String(open.length));
      for (const { uri } of open) this.changed.fire(uri);
    }, REFRESH_DELAY_MS);
  }
}
