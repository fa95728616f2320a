import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  type html as names,
  Parser,
  type Token,
} from "parse5";
import { MOST_ELEMENTS, MOST_NESTED_ELEMENTS } from "./limits.js";

type Node = DefaultTreeAdapterTypes.ParentNode | DefaultTreeAdapterTypes.ChildNode;

/** Thrown out of the parser, and no further. */
class TooMuch extends Error {}

/**
 * A piece of HTML as a tree; undefined where it is nested deeper than browsers show it, or where the elements it leaves
 * open would be opened again and again. Total; what it answers can be walked by recursion.
 */
export function boundedHtml(html: string): Root | undefined {
  let parser: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> | undefined;
  let elements = 0;
  const createElement = (name: string, space: names.NS, attributes: Token.Attribute[]) => {
    const depth = parser?.openElements.stackTop ?? 0;
    if (++elements > MOST_ELEMENTS + html.length || depth > MOST_NESTED_ELEMENTS) throw new TooMuch();
    return defaultTreeAdapter.createElement(name, space, attributes);
  };
  const treeAdapter = { ...defaultTreeAdapter, createElement };
  parser = Parser.getFragmentParser(null, { treeAdapter, scriptingEnabled: false });
  try {
    // In one piece: what is written bit by bit is copied again for each bit that a long text goes on.
    parser.tokenizer.write(html, true);
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
  const tree = parser.getFragment();
  return isShallow(tree) ? (fromParse5(tree) as Root) : undefined;
}

/** Level by level: what is moved while it is read can get deeper than what is open. */
function isShallow(tree: DefaultTreeAdapterTypes.DocumentFragment): boolean {
  let level: Node[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_NESTED_ELEMENTS) return false;
    const next: Node[] = [];
    for (const node of level) {
      if ("childNodes" in node) for (const child of node.childNodes) next.push(child);
      if ("content" in node) next.push(node.content);
    }
    level = next;
  }
  return true;
}
