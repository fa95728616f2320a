import type { NormalNode } from "./normal-form.js";
import { ofReference } from "./of-mdast.js";

/** Whether a place is code, or in what is no comment because its first character is escaped: to the reference, not to us. */
export function isShown(text: string, at: number): boolean {
  const within = (nodes: readonly NormalNode[]): boolean =>
    nodes.some(
      ({ kind, from = 0, to = 0, children }) =>
        from <= at && at < to && (kind.startsWith("code") || within(children)),
    );
  return within(ofReference(text)) || /\\(?:<!--)? $/.test(text.slice(0, at));
}
