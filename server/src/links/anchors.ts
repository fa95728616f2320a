import { anchorName } from "../syntax/attributes.js";
import type { Syntax } from "../syntax/parse.js";
import type { Span } from "../text/span.js";

/** A name that a heading gives itself, `{#talks}`: its place is the name without the `#`. */
export interface Anchor extends Span {
  readonly name: string;
  /** Where the heading begins. */
  readonly heading: number;
}

/** The names that the headings of a report give themselves, in order. */
export function anchorsOf({ tree, text }: Syntax): Anchor[] {
  const anchors: Anchor[] = [];
  tree.iterate({
    enter({ name, from, to, node }) {
      if (name !== "Attributes" || !node.parent?.name.includes("Heading")) return;
      const found = anchorName(text.slice(from, to));
      if (found)
        anchors.push({
          name: found.name,
          from: from + found.from,
          to: from + found.to,
          heading: node.parent.from,
        });
    },
  });
  return anchors;
}
