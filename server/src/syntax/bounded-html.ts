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

/** After so much text the parser is asked how far it got; one tag cannot be longer and hold attributes without end. */
const CHUNK = 4096;

/**
 * A piece of HTML as a tree; undefined where it is nested deeper than browsers show it, or where the elements it leaves
 * open would be opened again and again. Total; what it answers can be walked by recursion.
 */
export function boundedHtml(html: string): Root | undefined {
  const work = { done: 0, most: MOST_ELEMENTS + html.length };
  const createElement = (name: string, space: names.NS, attributes: Token.Attribute[]) => {
    work.done++;
    return defaultTreeAdapter.createElement(name, space, attributes);
  };
  const treeAdapter = { ...defaultTreeAdapter, createElement };
  const parser = Parser.getFragmentParser(null, { treeAdapter, scriptingEnabled: false });
  for (let at = 0; at === 0 || at < html.length; at += CHUNK) {
    parser.tokenizer.write(html.slice(at, at + CHUNK), at + CHUNK >= html.length);
    if (work.done > work.most || parser.openElements.stackTop > MOST_NESTED_ELEMENTS) return undefined;
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
