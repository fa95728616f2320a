import { l10n } from "../text/message.js";
import type { AgendaReading } from "./agenda.js";
import { formats } from "./formats/index.js";

/** More than any conference needs, and little enough to be read in a moment. */
const MAX_LENGTH = 20_000_000;

/**
 * Reads a programme in any format of `formats/index.ts`.
 * `fileName` helps only with texts that do not show what they are. Total: never throws.
 */
export function readAgenda(content: string, fileName = ""): AgendaReading {
  const extension = /\.([a-z]{2,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (content.length > MAX_LENGTH)
    return { kind: "broken", reason: l10n.t("it is larger than 20 million characters") };
  const binary = content.slice(0, 4000).includes("\0");
  if (!binary && content.trim() !== "")
    for (const format of formats) {
      try {
        const reading = format.read({ content, extension });
        if (reading) return reading;
      } catch {
        return { kind: "broken", reason: l10n.t("it cannot be read as {0}", format.name) };
      }
    }
  if (!formats.some(({ extensions }) => extensions.includes(extension))) return { kind: "none" };
  const what = binary
    ? l10n.t("it is no text")
    : content.trim() === ""
      ? l10n.t("it is empty")
      : l10n.t("no agenda is in it");
  return { kind: "broken", reason: what };
}
