import type { Severity } from "../../rules/rule.js";
import type { CheckedFile } from "../found.js";

/** One format in which `check` prints: pieces of text as files come in, so that no run has to be kept in memory. */
export interface Reporter {
  start(): string;
  file(file: CheckedFile): string;
  end(): string;
}

/** How many findings of each severity there were. */
export type Counts = Record<Severity, number>;
