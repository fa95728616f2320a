import type { RecognitionSettings } from "./analysis.js";
import type { KindWords } from "./report/kinds.js";

/** How grave a finding is; `off` switches its rule off. */
export type Severity = "error" | "warning" | "information" | "hint";

/** What a team can set for its reports. One table: every default stands in `DEFAULT_CONFIG`. */
export interface Config {
  /** Who may read, narrowest first. */
  readonly audiences: readonly string[];
  /** The words that mark a comment as internal. */
  readonly internalWords: readonly string[];
  /** What stands where a comment was redacted. */
  readonly redactedMarker: string;
  /** More heading words for each kind of section. */
  readonly kinds: KindWords;
  /** Severity of single rules, where it is not the rule's own. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
}

export const DEFAULT_CONFIG: Config = {
  audiences: ["team", "company", "public"],
  internalWords: ["internal", "private", "confidential"],
  redactedMarker: "<Redacted comments>",
  kinds: {},
  rules: {},
};

/** The part of a configuration that decides what is recognised. */
export function recognitionSettings({ audiences, internalWords, kinds }: Config): RecognitionSettings {
  return { audiences, words: internalWords, kinds };
}
