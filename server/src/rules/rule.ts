import type { Report, Section } from "../report/model.js";
import type { Remembered } from "../report/remembered.js";
import type { KnownNames, Spellings } from "../report/spellings.js";
import type { Terms } from "../report/suspects-terms.js";
import type { Block } from "../syntax/blocks.js";
import type { Format } from "../syntax/parse.js";
import type { TextEdit } from "../text/edit.js";
import type { Message } from "../text/message.js";
import type { Span } from "../text/span.js";

/** How grave a finding is, gravest first. */
export const SEVERITIES = ["error", "warning", "information", "hint"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a rule reads. */
export interface RuleInput {
  readonly report: Report;
  /** All sections of the report, in order. */
  readonly sections: readonly Section[];
  readonly text: string;
  /** What the rules made of the version before. */
  readonly remembered: Remembered;
  readonly format: Format;
  readonly audiences: readonly string[];
  /** Who will read the file: what it says of itself, or what the caller asked for. */
  readonly audience: string;
  /** How often each speaker is named in all reports at hand; this one alone where the others are not known. */
  readonly names?: KnownNames;
  /** The commoner spelling that a name is nearly, where somebody knows it already; else it is found by `names`. */
  readonly usual?: Spellings;
  /** Keys, tokens and passwords found by a library that takes its time; absent where it cannot run. */
  readonly credentials?: readonly Credential[];
  /** The configured terms that mark text as internal, and the blocks to look for them in; absent without terms. */
  readonly terms?: { readonly terms: Terms; readonly blocks: readonly Block[] };
}

/** A key, token or password, and what it is one of. */
export interface Credential extends Span {
  readonly what: string;
}

/** A change that settles a finding. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** The change that is almost always wanted, where several are offered. */
  readonly preferred?: true;
}

/** Another place that a finding is about. */
export interface Related extends Span {
  readonly message: Message;
}

/** Something a rule found, and where. */
export interface Finding extends Span {
  /** What is wrong, without the report's own words: it may stand in a build log. */
  readonly message: Message;
  /** The same with the report's words, for the writer's eyes. */
  readonly messageWithText?: Message;
  /** The severity of this very finding, where it is not the rule's own; a configured one wins. */
  readonly severity?: Severity;
  /** The name that the finding is about, where it holds only because others spell it otherwise. */
  readonly name?: string;
  /** Other places that the finding is about, and what stands there. */
  readonly related?: readonly Related[];
  /** The text adds nothing: editors show it faded. */
  readonly unnecessary?: true;
  readonly fixes?: readonly Fix[];
}

/** The documentation of a rule: its page is made of it, and a test runs its examples. */
export interface RuleDocs {
  /** Why it matters, in a few sentences. */
  readonly why: string;
  /** A report in which the rule finds something, and one in which it does not. */
  readonly bad: string;
  readonly good: string;
  /** What the quick fix does, or why there is none. */
  readonly fix: string;
  /** What it cannot find, where somebody might rely on it. */
  readonly limits?: string;
}

/** One diagnostic: a file of its own, listed in the registry. */
export interface Rule {
  /** The code under which other tools know it. Source: the interface's section 2. */
  readonly code: string;
  readonly severity: Severity;
  /** What it looks for, in a sentence. */
  readonly summary: string;
  readonly docs: RuleDocs;
  check(input: RuleInput): Iterable<Finding>;
}
