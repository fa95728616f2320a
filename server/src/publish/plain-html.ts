import { allSections } from "../report/model.js";
import { htmlMarker } from "./marker.js";
import type { RedactionInput } from "./redact.js";

const BULLET = /^(?:[•·▪◦‣–—*+-]|\d{1,3}[.)])[ \t\u00a0]+/;

/** A plain-text report as HTML: its bare headings, paragraphs and lists. Nothing in it is markup. */
export function plainHtml({ syntax, report }: RedactionInput): string {
  const { text, bodyStart } = syntax;
  const headings = allSections(report.sections).map(({ heading, level }) => ({ ...heading, level }));
  if (report.title) headings.push({ ...report.title, level: 1 });
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
    const to = from + tree.length;
    const words = text.slice(from, to).trim();
    const isItem = tree.type.name === "PlainItem";
    list(isItem);
    // What no block holds is published all the same.
    paragraph(text.slice(done, from));
    done = to;
    const found = headings.find(
      (heading) =>
        heading.from >= from && heading.to <= to && text.slice(heading.from, heading.to).trim() === words,
    );
    if (isItem) parts.push(`<li>${htmlMarker(words.replace(BULLET, ""))}</li>`);
    else if (found) parts.push(`<h${found.level}>${htmlMarker(words)}</h${found.level}>`);
    else paragraph(words);
  }
  list(false);
  paragraph(text.slice(done));
  return parts.join("\n");
}
