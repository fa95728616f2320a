import type { Say } from "../../text/message.js";
import type { Completion } from "./item.js";
import type { Place, Zone } from "./place.js";

/** One kind of thing that is offered: where, what, and what there is to say of it. */
export interface CompletionSource {
  /** By this name `describe` finds it again. */
  readonly name: string;
  readonly zones: readonly Zone[];
  /** What it offers at a place, likeliest first. */
  items(place: Place): readonly Completion[];
  /** The explanation of one of its items, as Markdown. `of` is the item's `about`. */
  describe?(of: readonly string[], say: Say): string | undefined;
}
