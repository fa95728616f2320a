import type { AgendaReading } from "../agenda/agenda.js";
import { agendaFacts, composeAgenda } from "../agenda/compose.js";
import type { Analysis } from "../analysis.js";
import { readDates } from "../report/dates.js";
import type { EventDates } from "../report/model.js";
import { applyEdits } from "../text/edit.js";
import { l10n, type Message } from "../text/message.js";
import { type Blanks, type Draft, fillTemplate } from "./fill.js";
import { type About, overlaid } from "./front-matter.js";
import type { Template } from "./templates/template.js";
import { aboutNotes, tidyBody, tidyNotes } from "./tidy-notes.js";
import type { DraftValues } from "./variables.js";

/** What the first sections of a report come from. */
export type DraftSource =
  | { readonly kind: "agenda"; readonly about: About; readonly sections: string; readonly leftOut: number }
  | { readonly kind: "notes"; readonly analysis: Analysis }
  | { readonly kind: "broken"; readonly reason: Message };

/** Dates as an option or an answer gives them, or what is wrong with them. */
export type SaidDates =
  | { readonly dates: EventDates }
  | { readonly dates?: never; readonly problem: Message };

/** Reads dates as front matter has them; a problem says what is accepted. */
export function saidDates(text: string): SaidDates {
  const { dates, problem } = readDates(text);
  if (dates) return { dates };
  return {
    problem: l10n.t("{0}; write 2024-05-14 or 2024-05-14/2024-05-15", [
      problem ?? l10n.t("these are no dates"),
    ]),
  };
}

/** What reads a source. Handed in, for the formats of agendas are loaded only where there is one. */
export interface SourceReaders {
  readonly agenda: (content: string, fileName: string) => AgendaReading;
  readonly notes: (content: string) => Analysis;
}

/** Reads a conference's programme, or raw notes where the text is none. */
export function draftSource(
  content: string,
  fileName: string,
  { agenda, notes }: SourceReaders,
): DraftSource {
  const text = content.replace(/^\ufeff/, "");
  if (text.trim() === "") return { kind: "broken", reason: l10n.t("it is empty") };
  const reading = agenda(text, fileName);
  if (reading.kind === "broken") return reading;
  if (reading.kind === "none") return { kind: "notes", analysis: notes(text) };
  const { dates, ...facts } = agendaFacts(reading.agenda);
  return {
    kind: "agenda",
    about: { ...facts, ...(dates === undefined ? {} : { dates: readDates(dates).dates }) },
    sections: composeAgenda(reading.agenda),
    leftOut: reading.agenda.problems.length,
  };
}

/**
 * A new report. What `values` say goes before what the source says; without a template notes become the report
 * themselves.
 */
export function newReport(
  template: Template | undefined,
  fallback: Template,
  values: DraftValues,
  source: Exclude<DraftSource, { kind: "broken" }> | undefined,
  blanks: Blanks,
): Draft {
  if (source?.kind === "notes" && !template) {
    const text = applyEdits(source.analysis.text.content, tidyNotes(source.analysis, values));
    return { text, holes: [], unknown: [] };
  }
  const about = source?.kind === "agenda" ? source.about : source ? aboutNotes(source.analysis) : {};
  const sections = source?.kind === "agenda" ? source.sections : source && sectionsOf(source.analysis);
  const { text } = template ?? fallback;
  const known = { ...overlaid(about, values), sections };
  // A template with no place for the sections has them at its end.
  const placed = sections === undefined || /\{\{[ \t]*sections[ \t]*\}\}/.test(text);
  return fillTemplate(placed ? text : `${text.trimEnd()}\n\n{{sections}}\n`, known, blanks);
}

/** The body of tidied notes without the title, which the template has. */
function sectionsOf(analysis: Analysis): string {
  return applyEdits(analysis.text.content, tidyBody(analysis))
    .slice(analysis.syntax.bodyStart)
    .replace(/^\s*# [^\r\n]*/, "")
    .replace(/^(?:[ \t]*(?:\r\n?|\n))+/, "");
}
