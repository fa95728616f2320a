import { env, FileType, l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import {
  AGENDA_EXTENSIONS,
  AGENDA_FORMATS,
  type AgendaParams,
  type UnreadAgenda,
} from "../../server/src/lsp/protocol.js";

/** A programme that the user chose, and what to call it. */
export interface AgendaSource extends AgendaParams {
  readonly name: string;
}

/** Larger files are not read: no programme is that large. */
const MAX_BYTES = 40_000_000;

/** Asks for a programme, in a file or on the clipboard; with `file` nothing is asked. Without one the user has been told why. */
export async function askAgenda(title: string, file?: unknown): Promise<AgendaSource | undefined> {
  if (file instanceof Uri) return readFile(file);
  const choices: readonly (QuickPickItem & { readonly from: "file" | "clipboard" })[] = [
    {
      label: l10n.t("From a file…"),
      description: AGENDA_FORMATS.join(", "),
      from: "file",
    },
    { label: l10n.t("From the clipboard"), from: "clipboard" },
  ];
  const choice = await window.showQuickPick(choices, { title });
  if (choice?.from === "clipboard")
    return { content: await env.clipboard.readText(), name: l10n.t("The clipboard") };
  if (!choice) return undefined;
  const [chosen] =
    (await window.showOpenDialog({
      title,
      filters: { [l10n.t("Agendas")]: [...AGENDA_EXTENSIONS], [l10n.t("All files")]: ["*"] },
    })) ?? [];
  return chosen && readFile(chosen);
}

async function readFile(file: Uri): Promise<AgendaSource | undefined> {
  const name = file.path.replace(/^.*\//, "");
  try {
    const { size, type } = await workspace.fs.stat(file);
    if ((type & FileType.Directory) !== 0) return await refused(name, l10n.t("it is a folder"));
    if (size > MAX_BYTES) return await refused(name, l10n.t("it is larger than 40 MB"));
    return { content: decode(await workspace.fs.readFile(file)), fileName: name, name };
  } catch (error) {
    return refused(name, error instanceof Error ? error.message : String(error));
  }
}

/** UTF-8, or UTF-16 where the file begins with its mark. */
function decode(bytes: Uint8Array): string {
  const mark = (bytes[0]! << 8) | bytes[1]!;
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** Tells why a programme cannot be read. */
export async function tellUnread({ name }: AgendaSource, answer: UnreadAgenda): Promise<undefined> {
  return refused(name, answer.kind === "broken" ? answer.reason : l10n.t("no agenda is in it"));
}

async function refused(name: string, reason: string): Promise<undefined> {
  await window.showErrorMessage(l10n.t("{0} cannot be read as an agenda: {1}.", name, reason));
  return undefined;
}
