import type { Span } from "../text/span.js";

/** The name that the attributes of a heading give it, as in `{#talks .keynote}`, with its place from their start. */
export function anchorName(attributes: string): (Span & { readonly name: string }) | undefined {
  const found = /#([\p{L}\p{N}_:.-]+)/u.exec(attributes);
  if (!found) return undefined;
  const from = found.index + 1;
  return { name: found[1]!, from, to: from + found[1]!.length };
}
