import type { Analysis } from "../analysis.js";
import { allSections } from "../report/model.js";
import { itemMark } from "../syntax/extension.js";
import type { TextEdit } from "../text/edit.js";
import { lineBreakOf } from "../text/line-break.js";
import { blockEscape, closingEscape, inlineEscapes, isRule } from "./escape.js";
import { type About, frontMatterOf, overlaid } from "./front-matter.js";
import { columnOf, ListLevels } from "./list-levels.js";
import { type Protected, protectedIn } from "./protected.js";

/**
 * The edits that make raw notes a report in Markdown: front matter of what the first lines say, headings and lists
 * in Markdown's marks, and backslashes where Markdown would swallow a character. Words, their order and internal
 * comments stay as they are. `said` goes before what the notes say. In a text that is Markdown already only bare
 * headings, bullets that are no Markdown and missing front matter change. Pure and total; tidied notes need no edit.
 */
export function tidyNotes(analysis: Analysis, said: About = {}): TextEdit[] {
  const kept = protectedIn(analysis);
  return [...frontMatterEdit(analysis, kept, said), ...new Tidying(analysis, kept).edits()];
}

/** The same edits without front matter. */
export function tidyBody(analysis: Analysis): TextEdit[] {
  return new Tidying(analysis, protectedIn(analysis)).edits();
}

/** What the first lines of notes say of their report, nothing of an internal comment among it. */
export function aboutNotes(analysis: Analysis, kept: Protected = protectedIn(analysis)): About {
  const { report, text } = analysis;
  const { title, event, location, dates, authors } = report;
  const opening = { from: 0, to: report.sections[0]?.from ?? text.length };
  const free = kept
    .outside(opening)
    .map(({ from, to }) => text.content.slice(from, to))
    .join("\n");
  const open = (words: string | undefined) =>
    words !== undefined && free.includes(words) ? words : undefined;
  return {
    title: title && !kept.touches(title) ? title.text : undefined,
    event: open(event),
    location: open(location),
    dates: kept.touches(opening) ? undefined : dates,
    authors: authors.flatMap(({ name, affiliation }) =>
      open(name) === undefined
        ? []
        : [{ name, ...(open(affiliation) === undefined ? {} : { affiliation: affiliation! }) }],
    ),
  };
}

function frontMatterEdit(analysis: Analysis, kept: Protected, said: About): TextEdit[] {
  const { syntax, text } = analysis;
  if (syntax.frontMatter) return [];
  const lineBreak = lineBreakOf(text.content);
  const at = syntax.bodyStart;
  const insert = frontMatterOf(overlaid(aboutNotes(analysis, kept), said));
  return [{ from: at, to: at, insert: `${insert}\n`.replaceAll("\n", lineBreak) }];
}

/** One line of the text that is not blank. Offsets are the text's. */
interface NotesLine {
  readonly start: number;
  /** Behind its indentation. */
  readonly at: number;
  readonly end: number;
  /** Whether a blank line, or nothing, stands above. */
  readonly first: boolean;
  /** Whether a blank line, or nothing, stands below. */
  readonly last: boolean;
}

/** A paragraph that Markdown does not see the list in. */
const BULLETS = /^[•·▪◦‣–—][ \t\u00a0]|[\r\n][ \t]*[•·▪◦‣][ \t\u00a0]/;

/** One pass over the lines of the notes. */
class Tidying {
  private readonly made: TextEdit[] = [];
  private readonly levels = new ListLevels();
  private readonly lineBreak: string;
  private readonly content: string;
  private readonly markdown: boolean;
  /** The level of the heading that begins at an offset. */
  private readonly headings = new Map<number, number>();
  /** The last line was prose: a list below it needs a blank line between. */
  private afterProse = false;

  constructor(
    private readonly analysis: Analysis,
    private readonly kept: Protected,
  ) {
    this.content = analysis.text.content;
    this.lineBreak = lineBreakOf(this.content);
    this.markdown = analysis.format === "markdown";
    for (const { style, heading, level } of allSections(analysis.report.sections))
      if (style === "bare") this.headings.set(heading.from, level);
    const title = this.titleLine();
    if (title !== undefined) this.headings.set(title, 1);
  }

  edits(): TextEdit[] {
    const { text, syntax } = this.analysis;
    if (this.markdown) {
      // Lists, quotes and code are Markdown as they are.
      for (const { tree, from } of syntax.blocks) {
        const to = from + tree.length;
        if (tree.type.name === "Paragraph" && BULLETS.test(this.content.slice(from, to)))
          this.lines(from, to);
        else this.marked(from, to);
      }
    } else this.lines(syntax.bodyStart, text.length);
    return this.made;
  }

  /** The start of the title, where it is a line of its own that nothing marks. */
  private titleLine(): number | undefined {
    const { report, text, syntax } = this.analysis;
    const { title, sections } = report;
    if (!title || title.from < syntax.bodyStart || (this.markdown && syntax.frontMatter)) return undefined;
    const block = syntax.blocks.find(
      ({ from, tree }) => from <= title.from && title.to <= from + tree.length,
    );
    if (block?.tree.type.name !== "Paragraph" || block.from !== title.from) return undefined;
    const line = text.lineAt(title.from);
    // A second line would become a paragraph of its own, which could read as a heading where there is no other.
    const alone = text.lineEnd(line) >= block.from + block.tree.length;
    return alone || sections.length > 0 ? title.from : undefined;
  }

  private lines(from: number, to: number): void {
    const { text, syntax } = this.analysis;
    const last = text.lineAt(Math.max(from, to - 1));
    this.afterProse = false;
    let first = true;
    for (let line = text.lineAt(from); line <= last; line++) {
      const start = Math.max(syntax.bodyStart, text.lineStart(line));
      const end = text.lineEnd(line);
      const at = start + /^[ \t]*/.exec(this.content.slice(start, end))![0].length;
      if (at === end) {
        first = true;
        this.afterProse = false;
        continue;
      }
      const next =
        line + 1 < text.lineCount ? this.content.slice(text.lineStart(line + 1), text.lineEnd(line + 1)) : "";
      this.line({ start, at, end, first, last: next.trim() === "" });
      first = this.headings.has(at);
    }
  }

  /** In Markdown: the heading that a block is, if it is one. */
  private marked(from: number, to: number): void {
    this.levels.reset();
    const level = this.headings.get(from);
    const kept = this.kept.at(from);
    if (level === undefined || (kept && kept.from < from)) return;
    this.insert(from, `${"#".repeat(level)} `);
    const { text } = this.analysis;
    const end = text.lineEnd(text.lineAt(from));
    if (end < to) this.insert(end, this.lineBreak);
  }

  private line(line: NotesLine): void {
    const { at, end } = line;
    const kept = this.kept.at(at);
    // What begins inside a comment stays; what follows the comment on the line is prose.
    if (kept && kept.from < at) {
      this.prose(kept.to, end);
      this.afterProse = true;
      return;
    }
    const level = this.headings.get(at);
    const mark = itemMark(this.content.slice(at, at + 8));
    if (level !== undefined) this.headingLine(line, level);
    else if (mark !== undefined) this.item(line, mark);
    else if (!this.markdown) this.paragraph(line, kept !== undefined);
    this.afterProse = mark === undefined && level === undefined;
  }

  private headingLine({ start, at, end, last }: NotesLine, level: number): void {
    this.levels.reset();
    this.replace(start, at, "");
    this.insert(at, `${"#".repeat(level)} `);
    this.prose(at, end);
    const closing = closingEscape(this.content.slice(at, end));
    if (closing !== undefined && !this.kept.at(at + closing)) this.insert(at + closing, "\\");
    if (!last) this.insert(end, this.lineBreak);
  }

  private item({ start, at, end }: NotesLine, mark: string): void {
    const starts = !this.levels.inList;
    const written = /^[-*+\d]/.test(mark) ? mark : "-";
    const { indent, apart } = this.levels.next(columnOf(this.content.slice(start, at)), written);
    const above =
      this.afterProse && starts ? this.lineBreak : apart && this.aboveIsText(start) ? this.lineBreak : "";
    const behind = at + mark.length;
    const text = behind + /^[ \t\u00a0]*/.exec(this.content.slice(behind, end))![0].length;
    this.replace(start, text, `${above}${" ".repeat(indent)}${written} `);
    if (this.markdown) return;
    if (!this.kept.at(text)) this.escapeStart(text, end, true);
    this.prose(text, end);
  }

  private aboveIsText(start: number): boolean {
    const { text } = this.analysis;
    const line = text.lineAt(start);
    return line > 0 && this.content.slice(text.lineStart(line - 1), text.lineEnd(line - 1)).trim() !== "";
  }

  private paragraph({ start, at, end, first, last }: NotesLine, kept: boolean): void {
    const fence = kept && this.content[at] === ":";
    if (first || fence) {
      // Indented it would be code, or part of the list above.
      if (this.levels.inList || columnOf(this.content.slice(start, at)) > 3) this.replace(start, at, "");
      this.levels.reset();
    }
    if (first && last && isRule(this.content.slice(at, end))) return;
    if (!kept) this.escapeStart(at, end, first);
    this.prose(at, end);
  }

  private escapeStart(at: number, end: number, first: boolean): void {
    const column = blockEscape(this.content.slice(at, end), first);
    if (column !== undefined && !isTakenInline(this.content, at + column, end))
      this.insert(at + column, "\\");
  }

  /** Escapes what Markdown would swallow in a stretch of one line. */
  private prose(from: number, to: number): void {
    if (this.markdown) return;
    for (const span of this.kept.outside({ from, to }))
      for (const at of inlineEscapes(this.content, span.from, span.to)) this.insert(at, "\\");
  }

  private insert(at: number, insert: string): void {
    this.made.push({ from: at, to: at, insert });
  }

  private replace(from: number, to: number, insert: string): void {
    if (this.content.slice(from, to) !== insert) this.made.push({ from, to, insert });
  }
}

/** Whether escaping the line's own characters takes care of an offset already. */
function isTakenInline(text: string, at: number, end: number): boolean {
  return inlineEscapes(text, at, end).includes(at);
}
