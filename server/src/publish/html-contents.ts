import type { Element, ElementContent, Root } from "hast";
import { element, hasClass, text } from "./html-element.js";

/** The page's own heading of the table of contents. */
export const CONTENTS = "Contents";
/** Fewer sections are seen at a glance. */
const LEAST = 3;
/** With more entries, the table shows one level less. */
const MOST = 40;

/** The table of contents of an arranged page, made of the headings that are in it; undefined for a short page. */
export function contentsOf(body: Root): Element | undefined {
  nameSections(body);
  const entries = ([3, 2, 1] as const)
    .map((depth) => entriesIn(body, depth))
    .find((list, index) => index === 2 || count(list) <= MOST);
  if (!entries || count(entries) < LEAST) return undefined;
  return element("nav", { ariaLabel: CONTENTS }, [
    element("h2", {}, [CONTENTS]),
    listOf(entries),
    text("\n"),
  ]);
}

interface Entry {
  readonly id: string;
  readonly words: readonly ElementContent[];
  readonly below: readonly Entry[];
}

function entriesIn(parent: Root | Element, depth: number): Entry[] {
  if (depth === 0) return [];
  return sectionsIn(parent).flatMap((section) => {
    const heading = headingOf(section)!;
    const below = entriesIn(section, depth - 1);
    const words = wordsOf(heading);
    return words.length > 0 ? [{ id: String(heading.properties.id), words, below }] : below;
  });
}

function count(entries: readonly Entry[]): number {
  return entries.reduce((sum, { below }) => sum + 1 + count(below), 0);
}

function listOf(entries: readonly Entry[]): Element {
  return element(
    "ol",
    {},
    entries.flatMap(({ id, words, below }) => [
      element("li", {}, [
        element("a", { href: `#${encodeURIComponent(id)}` }, words),
        ...(below.length > 0 ? [listOf(below)] : []),
      ]),
      text("\n"),
    ]),
  );
}

function sectionsIn(parent: Root | Element): Element[] {
  return (parent.children as ElementContent[]).filter(
    (child): child is Element =>
      child.type === "element" && child.tagName === "section" && headingOf(child) !== undefined,
  );
}

function headingOf({ children: [first] }: Element): Element | undefined {
  return first?.type === "element" && /^h[1-6]$/.test(first.tagName) ? first : undefined;
}

/** Gives an anchor to each heading without one: a heading of signs only, or one whose anchor is taken. */
function nameSections(body: Root): void {
  let number = 0;
  const name = (parent: Root | Element): void => {
    for (const section of sectionsIn(parent)) {
      number++;
      const heading = headingOf(section)!;
      heading.properties.id ??= `section-number-${number}`;
      name(section);
    }
  };
  name(body);
}

/** A heading's words without links, anchors, pictures and speakers. */
function wordsOf({ children }: Element): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    if (child.tagName === "img" || child.tagName === "sup" || hasClass(child, "speakers")) return [];
    if (child.tagName === "a") return wordsOf(child);
    const words = wordsOf(child);
    const { id: _, ...properties } = child.properties;
    return words.length > 0 ? [{ ...child, properties, children: words }] : [];
  });
}
