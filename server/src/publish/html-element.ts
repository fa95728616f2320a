import type { Element, ElementContent, Root, Text } from "hast";
import { toHtml } from "hast-util-to-html";

/** An element; its text and attributes are escaped when it is written. */
export function element(
  tagName: string,
  properties: Element["properties"],
  children: readonly (ElementContent | string)[] = [],
): Element {
  const nodes = children.map((child) => (typeof child === "string" ? text(child) : child));
  return { type: "element", tagName, properties, children: nodes };
}

/** A piece of text in a page; what HTML would read in it is escaped when it is written. */
export function text(value: string): Text {
  return { type: "text", value };
}

/** Writes a tree as HTML. */
export function htmlOf(tree: Root | ElementContent): string {
  return toHtml(tree, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } });
}

/** Whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
