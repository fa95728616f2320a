/** Client to server: a report at a glance, or all reports of the workspace. */
export const OVERVIEW_REQUEST = "tripReport/overview";

export interface OverviewParams {
  /** The report; all reports where none is said. */
  readonly uri?: string;
}

/** `null` for documents that are no reports. */
export type OverviewAnswer = {
  /** The report's title; absent where it has none, and for all reports. */
  readonly title?: string;
  /**
   * The body of a page. What leads to the text is a button with the line, 0-based, in `data-line` and, among all reports,
   * the report in `data-uri`.
   */
  readonly html: string;
  /** Its style, which takes its colours from variables. */
  readonly style: string;
  /** The same as text. */
  readonly text: string;
  /** The reports that it tells of. */
  readonly uris: readonly string[];
} | null;
