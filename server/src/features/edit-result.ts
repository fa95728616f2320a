import type { Analysis } from "../analysis.js";
import type { Config } from "../config.js";
import type { TextEdit } from "../text/edit.js";
import type { Message } from "../text/message.js";
import type { Span } from "../text/span.js";

/** What an edit of a report is worked out from. */
export interface EditInput {
  readonly analysis: Analysis;
  readonly config: Config;
  /** Understands another version of the report's text: each edit is read again before it is offered. */
  readonly reanalyse: (text: string) => Analysis;
}

/** What a command answers. */
export type EditResult = Edits | Snippet | Refusal | Choice;

export interface Edits {
  readonly kind: "edits";
  readonly edits: readonly TextEdit[];
  /** What is selected afterwards, in offsets of the new text; absent where the editor's own selection will do. */
  readonly selections?: readonly Span[];
  /** A new file that comes with the edits, beside the report. */
  readonly newFile?: NewFile;
}

export interface NewFile {
  /** Its name without a folder. */
  readonly name: string;
  readonly text: string;
}

/** Text with placeholders (`${1:Title}`, as editors have them) that replaces a span of the report. Lines end with LF. */
export interface Snippet extends Span {
  readonly kind: "snippet";
  readonly text: string;
}

/** Why nothing is changed: a sentence without the report's words. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: Message;
}

/** The user has to choose before anything can be changed. */
export interface Choice {
  readonly kind: "choose";
  readonly what: "audience";
  readonly options: readonly string[];
  /** The one that holds now. */
  readonly current?: string;
}

/** What the client says beyond the selections. */
export interface EditArguments {
  /** The audience that was chosen. */
  readonly audience?: string;
  /** The time of day where the writer sits, `HH:MM`, 24 hours. */
  readonly time?: string;
  /** Where a section is moved. */
  readonly target?: MoveTarget;
}

/** The place that a section is moved to: beside another section, or below it as its last child. Offsets of headings. */
export interface MoveTarget {
  readonly place: "before" | "after" | "into";
  readonly heading: number;
}

/** A command on the selections of a report: spans, the first of which is the main one. */
export type EditCommand = (input: EditInput, selections: readonly Span[], given: EditArguments) => EditResult;

/** The answer of an edit that is not made, with its reason for the user. */
export function refused(reason: Message): Refusal {
  return { kind: "refused", reason };
}
