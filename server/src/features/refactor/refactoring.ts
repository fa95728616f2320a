import type { Message } from "../../text/message.js";
import type { Span } from "../../text/span.js";
import type { EditInput, EditResult } from "../edit-result.js";

/** Something that a refactoring can do at a selection. */
export interface Offer {
  readonly title: Message;
  /** Which one, where a refactoring offers several: the offset of a heading, or the index of an audience. */
  readonly argument?: number;
}

/** One refactoring: a file of its own, listed in the registry. Offers are cheap; the edit is worked out when one is taken. */
export interface Refactoring {
  readonly id: string;
  readonly kind: "refactor.move" | "refactor.rewrite" | "refactor.extract";
  offers(input: EditInput, selection: Span): readonly Offer[];
  apply(input: EditInput, selection: Span, argument: number | undefined): EditResult;
}
