import { env, l10n, window } from "vscode";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";
import { tellRefusal } from "./refusal.js";

/** Puts the public copy of the active report on the clipboard, as text for a mail. */
export function copyPublicVersion({ copies }: CommandContext): () => Promise<void> {
  return async () => {
    const source = await activeReport();
    const answer = source && (await copies.make(source.uri, "txt"));
    if (!answer) return;
    if (answer.kind === "refused") return tellRefusal(answer);
    await env.clipboard.writeText(answer.text);
    await window.showInformationMessage(
      l10n.t("The copy for “{0}” is on the clipboard: {1} redacted.", answer.audience, answer.redacted),
    );
  };
}
