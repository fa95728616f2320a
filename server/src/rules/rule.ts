import type { Severity } from "../config.js";
import type { Report } from "../report/model.js";
import type { Format } from "../syntax/parse.js";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";

/** What a rule reads. */
export interface RuleInput {
  readonly report: Report;
  readonly text: string;
  readonly format: Format;
  readonly audiences: readonly string[];
  /** Who will read the file: what it says of itself, or what the caller asked for. */
  readonly audience: string;
}

/** A change that settles a finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The change that is almost always wanted, where several are offered. */
  readonly preferred?: true;
}

/** Something a rule found, and where. */
export interface Finding extends Span {
  /** What is wrong, without the report's own words: it may stand in a build log. */
  readonly message: string;
  /** The same with the report's words, for the writer's eyes. */
  readonly messageWithText?: string;
  readonly fixes?: readonly Fix[];
}

/** One diagnostic: a file of its own, listed in the registry. */
export interface Rule {
  /** The code under which other tools know it. Source: the interface's section 2. */
  readonly code: string;
  readonly severity: Severity;
  /** What it looks for, in a sentence. */
  readonly summary: string;
  check(input: RuleInput): Iterable<Finding>;
}
