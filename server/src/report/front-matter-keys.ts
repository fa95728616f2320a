import { l10n, type Message } from "../text/message.js";
/** A key of a report's front matter and what it is for. */
export interface FrontMatterKey {
  readonly key: string;
  /** What it says, as Markdown. */
  readonly meaning: Message;
}

/** The keys of the format's section 2, and `people`, in the order in which reports usually have them. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  { key: "type", meaning: l10n.t("`trip-report` makes a Markdown file a report, whatever its name.") },
  { key: "title", meaning: l10n.t("The report's title. Without it, the first heading is.") },
  { key: "event", meaning: l10n.t("The event's name, by which reports are found and grouped.") },
  { key: "location", meaning: l10n.t("Where the event was: city, country or venue.") },
  { key: "website", meaning: l10n.t("The event's address on the web.") },
  {
    key: "dates",
    meaning: l10n.t(
      "The event's days: `2017-03-29`, `2017-03-29/2017-03-30`, or a mapping with `start` and `end`. Days in headings are checked against them.",
    ),
  },
  {
    key: "authors",
    meaning: l10n.t(
      "Who wrote the report: a name, a list of names, or a list of mappings with `name`, `affiliation` and `email`. A name may carry `(Affiliation)`.",
    ),
  },
  {
    key: "audience",
    meaning: l10n.t(
      "Who may read this file. A comment for a narrower audience in it is an error. Without it, the file is for the narrowest.",
    ),
  },
  { key: "status", meaning: l10n.t("`draft` while the report is being written, then `final`.") },
  { key: "tags", meaning: l10n.t("What the report is about, as a list of words.") },
  { key: "internal", meaning: l10n.t("Anything that must stay inside. No copy has it, whoever it is for.") },
  { key: "people", meaning: l10n.t("Other names and spellings of speakers, so that they count as one.") },
];
