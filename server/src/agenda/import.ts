import type { Analyser, Analysis } from "../analysis.js";
import type { TextEdit } from "../text/edit.js";
import { l10n, type Message } from "../text/message.js";
import type { Agenda } from "./agenda.js";
import { edited } from "./edited.js";
import { dayGroups, insertSessions, sessionSections } from "./places.js";

/** The edits of an import, or why there are none. */
export type AgendaImport =
  | { readonly kind: "edits"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "refused"; readonly reason: Message };

/**
 * The edits that put the chosen sessions of an agenda into a report: below the headings of their days by time, with
 * new headings for days that have none. Sessions that the report has already are left alone. The analyser reads the
 * result again: where the sessions are not found in it, an open comment or code block swallowed them.
 */
export function importEdits(
  analysis: Analysis,
  agenda: Agenda,
  chosen: ReadonlySet<string>,
  analyser: Analyser,
): AgendaImport {
  if (analysis.format !== "markdown")
    return { kind: "refused", reason: l10n.t("a report in plain text cannot keep the ids of sessions") };
  const known = sessionSections(analysis);
  const wanted = agenda.sessions.filter(({ id }) => chosen.has(id) && !known.has(id));
  const edits = insertSessions(analysis, wanted, dayGroups(analysis, agenda.dates));
  const after = edited(analysis, analyser, edits);
  const found = sessionSections(after);
  if ([...known.keys(), ...wanted.map(({ id }) => id)].every((id) => found.has(id)))
    return { kind: "edits", edits };
  return {
    kind: "refused",
    reason: l10n.t("a code block or HTML in the report does not end, and would swallow them"),
  };
}
