/** A key of a report's front matter and what it is for. */
export interface FrontMatterKey {
  readonly key: string;
  /** What it says, as Markdown. */
  readonly meaning: string;
}

/** The keys of the format's section 2, and `people`, in the order in which reports usually have them. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  { key: "type", meaning: "`trip-report` makes a Markdown file a report, whatever its name." },
  { key: "title", meaning: "The report's title. Without it, the first heading is." },
  { key: "event", meaning: "The event's name, by which reports are found and grouped." },
  { key: "location", meaning: "Where the event was: city, country or venue." },
  { key: "website", meaning: "The event's address on the web." },
  {
    key: "dates",
    meaning:
      "The event's days: `2017-03-29`, `2017-03-29/2017-03-30`, or a mapping with `start` and `end`. Days in headings are checked against them.",
  },
  {
    key: "authors",
    meaning:
      "Who wrote the report: a name, a list of names, or a list of mappings with `name`, `affiliation` and `email`. A name may carry `(Affiliation)`.",
  },
  {
    key: "audience",
    meaning:
      "Who may read this file. A comment for a narrower audience in it is an error. Without it, the file is for the narrowest.",
  },
  { key: "status", meaning: "`draft` while the report is being written, then `final`." },
  { key: "tags", meaning: "What the report is about, as a list of words." },
  { key: "internal", meaning: "Anything that must stay inside. No copy has it, whoever it is for." },
  { key: "people", meaning: "Other names and spellings of speakers, so that they count as one." },
];
