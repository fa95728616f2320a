import { commands, l10n, type QuickPickItem, type Uri, window, workspace } from "vscode";
import type { CopyFormat } from "../../../server/src/lsp/protocol.js";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";
import { tellRefusal } from "./refusal.js";

interface FormatChoice extends QuickPickItem {
  readonly format: CopyFormat;
}

function formats(): readonly FormatChoice[] {
  return [
    { label: "Markdown", description: l10n.t("the same file without what was redacted"), format: "md" },
    { label: "HTML", description: l10n.t("a page for a browser or a blog"), format: "html" },
    { label: l10n.t("Plain text"), description: l10n.t("for a mail"), format: "txt" },
  ];
}

/** Publishes the active report: for whom, in which form, to which file; then shows what was written. */
export function publish({ copies }: CommandContext): () => Promise<void> {
  return async () => {
    const source = await activeReport();
    const probe = source && (await copies.make(source.uri, "md"));
    if (!source || !probe) return;
    const widestFirst = [...probe.audiences].reverse();
    const audience = await window.showQuickPick(widestFirst, { title: l10n.t("Publish for whom?") });
    const form = audience && (await window.showQuickPick(formats(), { title: l10n.t("Publish as") }));
    if (!audience || !form) return;
    const answer = await copies.make(source.uri, form.format, audience);
    if (!answer) return;
    if (answer.kind === "refused") return tellRefusal(answer);
    const proposed = targetFor(source.uri, form.format);
    const target = await window.showSaveDialog({
      title: l10n.t("Publish to"),
      ...(proposed ? { defaultUri: proposed } : {}),
    });
    if (!target) return;
    if (target.toString() === source.uri.toString()) {
      await window.showErrorMessage(l10n.t("The copy must not replace its source: choose another file."));
      return;
    }
    await workspace.fs.writeFile(target, new TextEncoder().encode(answer.text));
    // Shown through the API, it would count as open for minutes after its tab is closed, also when it is deleted.
    await commands.executeCommand("vscode.open", target);
    await window.showInformationMessage(
      l10n.t("Published for “{0}”: {1} redacted.", audience, answer.redacted),
    );
  };
}

/** A name beside the source that nobody takes for the source. */
function targetFor(source: Uri, format: CopyFormat): Uri | undefined {
  if (source.scheme === "untitled") return undefined;
  const path = source.path.replace(/(?:\.trip|\.tripreport)?\.(?:md|markdown|txt)$/i, "");
  return source.with({ path: `${path}.public.${format}` });
}
