import type { Analysis } from "../analysis.js";
import { type AudienceRegion, audienceRegions, regionAt, regionsBefore } from "../report/audience-regions.js";
import { allSections, type Section } from "../report/model.js";
import type { Span } from "../text/span.js";
import { type PreviewMark, previewMarks } from "./marks.js";

/** One text while it is rendered: what is known of it, asked for by the renderer's rules. */
export class Previewed {
  readonly marks: readonly PreviewMark[];
  readonly regions: readonly AudienceRegion[];
  readonly audiences: readonly string[];
  private readonly headings: ReadonlyMap<number, Section>;

  constructor(readonly analysis: Analysis) {
    const { report, syntax, text } = analysis;
    this.marks = previewMarks(analysis);
    this.audiences = syntax.grammar.settings.audiences;
    this.regions = audienceRegions(report.comments, this.audiences, text.content);
    this.headings = new Map(
      allSections(report.sections).map((section) => [text.lineAt(section.heading.from), section]),
    );
  }

  get source(): string {
    return this.analysis.text.content;
  }

  /** The section whose heading begins on a line. */
  sectionOn(line: number): Section | undefined {
    return this.headings.get(line);
  }

  line(index: number): { text: string; from: number } {
    const { text } = this.analysis;
    const from = text.lineStart(index);
    return { text: text.content.slice(from, text.lineEnd(index)), from };
  }

  /** The mark that begins at an offset, or the next one behind it. */
  nextMark(offset: number): PreviewMark | undefined {
    return this.marks[regionsBefore(this.marks, offset)];
  }

  regionAt(offset: number): AudienceRegion | undefined {
    return regionAt(this.regions, offset);
  }

  /** The widest audience that a whole stretch is internal for, if nothing of it is for everybody. */
  covering({ from, to }: Span): AudienceRegion | undefined {
    let index = regionsBefore(this.regions, from + 1) - 1;
    let region = this.regions[index];
    if (!region || region.to <= from) return undefined;
    let widest = region;
    while (region.to < to) {
      const next: AudienceRegion | undefined = this.regions[++index];
      if (next?.group !== region.group) return undefined;
      if (next.rank > widest.rank) widest = next;
      region = next;
    }
    return widest;
  }

  /** The stretch of lines `first` up to `end`, without marks of containers before it and blank lines behind. */
  stretch(first: number, end: number): Span {
    const { text, from } = this.line(first);
    let last = Math.max(first, end - 1);
    while (last > first && this.line(last).text.trim() === "") last--;
    const closing = this.line(last);
    return {
      from: from + /^[\s>]*/.exec(text)![0].length,
      to: closing.from + closing.text.trimEnd().length,
    };
  }
}
