import type { Message } from "../text/message.js";
import type { Form } from "./forms.js";

/** One end of an internal comment, or a redacted marker, as it stands in the text. Offsets are the text's. */
export type Mark = OpenMark | CloseMark | RedactedMark;

export interface OpenMark {
  readonly kind: "open";
  readonly form: Form;
  readonly from: number;
  readonly to: number;
  /** The audience as written, if one is. */
  readonly audience?: string;
  /** Why this is no proper opening although it was plainly meant as one. */
  readonly slip?: Message;
  /** The proper spelling of the mark, where the slip is a misspelt word or a shape slightly off. */
  readonly proper?: string;
  /** For HTML comments: whether `-->` was found, in which case the mark is the whole comment. */
  readonly closed?: boolean;
  /** For containers: how many colons. For tags: the tag's name, lower case. */
  readonly fence?: number;
  readonly name?: string;
  /** False for containers of other tools, which matter only because theirs nest with ours. */
  readonly internal: boolean;
}

export interface CloseMark {
  readonly kind: "close";
  readonly form: Form;
  readonly from: number;
  readonly to: number;
  readonly fence?: number;
  readonly name?: string;
  readonly slip?: Message;
  readonly proper?: string;
}

export interface RedactedMark {
  readonly kind: "redacted";
  readonly from: number;
  readonly to: number;
  /** Written as a bare HTML tag, which Markdown renderers swallow. */
  readonly asTag: boolean;
}
