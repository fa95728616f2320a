import type { Element, ElementContent, Root, RootContent, Text } from "hast";
import { dateOf } from "../report/event-days.js";
import { allSections, type Report, type Section } from "../report/model.js";
import { element, hasClass, text } from "./html-element.js";
import { textOf, visit } from "./html-tree.js";

/**
 * Puts each heading of a page and what stands below it into a `<section>`, one in the other by level, and marks up
 * days, times and speakers where the heading has them. No word is added, taken out or moved.
 */
export function arrange(body: Root, report: Report): Root {
  const sections = new SectionSearch(report);
  const root: Root = { type: "root", children: [] };
  const open: { readonly level: number; readonly children: RootContent[] }[] = [];
  const footnotes = startOfFootnotes(body);
  for (const [index, child] of body.children.entries()) {
    if (index === footnotes) open.length = 0;
    const found = child.type === "element" ? sections.next(child) : undefined;
    const heading = child.type === "element" ? asHeading(child, found) : undefined;
    if (heading) {
      const level = Number(heading.tagName[1]);
      while (open.length > 0 && open[open.length - 1]!.level >= level) open.pop();
      if (found) markUp(heading, found, report);
      const section = element("section", found ? { className: [found.kind] } : {}, [heading]);
      (open.at(-1)?.children ?? root.children).push(section, text("\n"));
      open.push({ level, children: section.children });
    } else (open.at(-1)?.children ?? root.children).push(child);
  }
  uniqueIds(root);
  return root;
}

/** Headings as they are; a bold line that is a section's heading becomes one. */
function asHeading(child: Element, section: Section | undefined): Element | undefined {
  if (/^h[1-6]$/.test(child.tagName)) return child;
  if (section?.style !== "bold") return undefined;
  const [line] = child.children;
  return element(`h${section.level}`, {}, line?.type === "element" ? line.children : child.children);
}

/** The index of the rule above the footnotes, which belong to the whole page. */
function startOfFootnotes({ children }: Root): number {
  const at = children.findLastIndex(
    (child) => child.type === "element" && child.tagName === "section" && hasClass(child, "footnotes"),
  );
  const before = children.slice(0, Math.max(0, at)).findLastIndex((child) => child.type === "element");
  const rule = children[before];
  return rule?.type === "element" && rule.tagName === "hr" ? before : at;
}

/** Headings that come between the heading of one section and that of the next one found, at most. */
const MOST_PASSED = 50;

/**
 * Finds the sections of a report that the headings of its page open; both come in the same order, and few are in the one
 * and not in the other.
 */
class SectionSearch {
  private readonly sections: readonly { readonly section: Section; readonly letters: string }[];
  private at = 0;

  constructor({ sections }: Report) {
    this.sections = allSections(sections).map((section) => ({ section, letters: lettersIn(section.title) }));
  }

  next(child: Element): Section | undefined {
    const level = Number(/^h([1-6])$/.exec(child.tagName)?.[1] ?? 0);
    const [only] = child.children;
    const isBold =
      child.tagName === "p" &&
      child.children.length === 1 &&
      only?.type === "element" &&
      only.tagName === "strong";
    if (level === 0 && !isBold) return undefined;
    const words = lettersIn(textOf(child));
    const end = Math.min(this.sections.length, this.at + MOST_PASSED);
    for (let at = this.at; at < end; at++) {
      const { section, letters } = this.sections[at]!;
      const fits = isBold ? section.style === "bold" : section.style !== "bold" && section.level === level;
      if (!fits || !words.includes(letters)) continue;
      this.at = at + 1;
      return section;
    }
    return undefined;
  }
}

function lettersIn(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

function markUp(heading: Element, section: Section, report: Report): void {
  const { time, day, kind, speakers } = section;
  if (time !== undefined) markTime(heading, time);
  if (speakers[0]) markSpeakers(heading, speakers[0].name);
  const date = day === undefined ? undefined : dateOf(day, report.dates);
  const isDay = kind === "group" && date !== undefined && time === undefined;
  if (isDay) heading.children = [element("time", { dateTime: date }, heading.children)];
}

const CLOCK = /\b(\d{1,2})(?:[:.h](\d{2}))?(?:\s?[ap]\.?m\b\.?)?/gi;

/** The time as it is written, with the time that it means. */
function markTime(heading: Element, time: string): void {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  for (const [index, child] of heading.children.entries()) {
    if (child.type !== "text") continue;
    for (const found of child.value.slice(0, 500).matchAll(CLOCK)) {
      if (Number(found[1]) % 12 !== hours % 12 || Number(found[2] ?? 0) !== minutes) continue;
      const { before, words, after } = cut(child, found.index, found.index + found[0].length);
      heading.children.splice(index, 1, ...before, element("time", { dateTime: time }, words), ...after);
      return;
    }
  }
}

/** What stands behind the title from the first speaker's name on; the name alone where it stands first. */
function markSpeakers(heading: Element, name: string): void {
  for (const [index, child] of heading.children.entries()) {
    if (child.type !== "text") continue;
    const at = child.value.indexOf(name);
    if (at < 0) continue;
    const lead =
      /(?:[\s(|/–—-]|\b(?:by|with)\s){0,20}$/i.exec(child.value.slice(Math.max(0, at - 20), at))?.[0] ?? "";
    const isFirst = index === 0 && child.value.slice(0, at - lead.length).trim() === "";
    const from = isFirst ? at : at - lead.trimStart().length;
    const { before, words, after } = cut(child, from, isFirst ? at + name.length : child.value.length);
    const rest = isFirst ? [] : heading.children.slice(index + 1);
    const marked = element("span", { className: [isFirst ? "speaker" : "speakers"] }, [...words, ...rest]);
    heading.children.splice(index, 1 + rest.length, ...before, marked, ...after);
    return;
  }
}

interface Cut {
  readonly before: ElementContent[];
  readonly words: ElementContent[];
  readonly after: ElementContent[];
}

function cut({ value }: Text, from: number, to: number): Cut {
  const piece = (start: number, end: number) => (start < end ? [text(value.slice(start, end))] : []);
  return { before: piece(0, from), words: piece(from, to), after: piece(to, value.length) };
}

/** An anchor counts once; those that come again lead to the first in every browser. */
function uniqueIds(root: Root): void {
  const seen = new Set<string>();
  visit(root, ({ properties }) => {
    if (typeof properties.id !== "string") return;
    if (seen.has(properties.id) || properties.id === "") delete properties.id;
    else seen.add(properties.id);
  });
}
