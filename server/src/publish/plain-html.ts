import { allSections } from "../report/model.js";
import { htmlMarker } from "./marker.js";
import type { RedactionInput } from "./redact.js";

const BULLET = /^[ \t]*(?:[•·▪◦‣–—*+-]|\d{1,3}[.)])[ \t\u00a0]+/;

/** A plain-text report as HTML: its bare headings, paragraphs and lists. Nothing in it is markup. */
export function plainHtml({ syntax, report }: RedactionInput): string {
  const { text, bodyStart } = syntax;
  const sections = allSections(report.sections);
  const parts: string[] = [];
  let inList = false;
  let done = bodyStart;
  const list = (open: boolean) => {
    if (open !== inList) parts.push(open ? "<ul>" : "</ul>");
    inList = open;
  };
  const paragraph = (words: string) => {
    for (const block of words.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/))
      if (block.trim() !== "") parts.push(`<p>${htmlMarker(block.trim())}</p>`);
  };
  for (const { tree, from } of syntax.blocks) {
    if (from < bodyStart) continue;
    const words = text.slice(from, from + tree.length);
    if (tree.type.name !== "PlainItem") list(false);
    // What no block holds is published all the same.
    if (from > done) paragraph(text.slice(done, from));
    done = from + tree.length;
    const section = sections.find(
      ({ heading }) => heading.from >= from && heading.to <= done && heading.to > from,
    );
    const isTitle = report.title && report.title.from >= from && report.title.to <= done;
    if (tree.type.name === "PlainItem") {
      list(true);
      parts.push(`<li>${htmlMarker(words.replace(BULLET, "").trim())}</li>`);
    } else if (section && text.slice(section.heading.from, section.heading.to).trim() === words.trim())
      parts.push(`<h${section.level}>${htmlMarker(words.trim())}</h${section.level}>`);
    else if (isTitle && words.trim() === text.slice(report.title!.from, report.title!.to).trim())
      parts.push(`<h1>${htmlMarker(words.trim())}</h1>`);
    else paragraph(words);
  }
  list(false);
  paragraph(text.slice(done));
  return parts.join("\n");
}
