/** What server and client agree on beyond the protocol itself. Imports nothing. */

/** The language that the editor extension gives to reports. */
export const REPORT_LANGUAGE = "trip-report";

/** Client to server: the copy of an open report for an audience, made but not written. */
export const PUBLIC_COPY_REQUEST = "tripReport/publicCopy";

export interface PublicCopyParams {
  readonly uri: string;
  readonly format: CopyFormat;
  /** For whom; the widest audience if none is said. */
  readonly audience?: string;
}

export type CopyFormat = "md" | "html" | "txt";

/** `null` for documents that are no reports. */
export type PublicCopyAnswer = PublishedCopy | RefusedCopy | null;

interface CopyFor {
  readonly audience: string;
  /** The configured audiences, narrowest first. */
  readonly audiences: readonly string[];
  /** The configured folder for copies, as written; relative to the configuration's folder. */
  readonly outDir?: string;
}

export interface PublishedCopy extends CopyFor {
  readonly kind: "published";
  readonly text: string;
  /** How many comments were replaced. */
  readonly redacted: number;
}

export interface RefusedCopy extends CopyFor {
  readonly kind: "refused";
  readonly reasons: readonly CopyBlocker[];
}

/** Why there is no copy: a sentence without the report's words, and a place in the source where there is one (0-based). */
export interface CopyBlocker {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  readonly character?: number;
}
