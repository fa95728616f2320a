import { l10n, type Message, verbatim } from "../../text/message.js";

/** What the library for links says that users see, with values in place of its own. Source: its calls of `l10n.t`. */
const KNOWN: readonly Message[] = [
  l10n.t("No header found: '{0}'", ""),
  l10n.t("No link definition found: '{0}'", ""),
  l10n.t("Link definition is unused"),
  l10n.t("Link definition for '{0}' already exists", ""),
  l10n.t("Link is also defined here"),
  l10n.t("File does not exist at path: {0}", ""),
  l10n.t("Header does not exist in file: {0}", ""),
  l10n.t("Reference link '{0}'", ""),
  l10n.t("Link to '# {0}' in '{1}'", "", ""),
  l10n.t("Link to '{0}'", ""),
];

/** A text of the library, which says all in English, as the message that it is; one that it is not known to say stays. */
export function libraryMessage(text: string): Message {
  for (const known of KNOWN) {
    if (typeof known === "string") {
      if (known === text) return known;
      continue;
    }
    const [value, ...values] = valuesIn(text, known.text) ?? [];
    if (value !== undefined) return { text: known.text, values: [value, ...values] };
  }
  return verbatim(text);
}

/** What stands in a text for the placeholders of a pattern, which come in order, each once; undefined where it is another's. */
function valuesIn(text: string, pattern: string): string[] | undefined {
  const fixed = pattern.split(/\{\d\}/);
  const [first = "", ...between] = fixed.slice(0, -1);
  const last = fixed.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: string[] = [];
  let at = first.length;
  const end = text.length - last.length;
  for (const separator of between) {
    const next = text.indexOf(separator, at);
    if (next < 0 || next + separator.length > end) return undefined;
    values.push(text.slice(at, next));
    at = next + separator.length;
  }
  return at > end ? undefined : [...values, text.slice(at, end)];
}
