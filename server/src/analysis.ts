import { type KindWords, type Vocabulary, vocabularyWith } from "./report/kinds.js";
import { KnownHeadings } from "./report/known-headings.js";
import type { Report } from "./report/model.js";
import { changedBlocks, type ReportVersion, recognise } from "./report/recognise.js";
import { Remembered } from "./report/remembered.js";
import { noWork, type Work } from "./report/work.js";
import type { GrammarSettings } from "./syntax/comment-words.js";
import { type Format, Parser, type Syntax } from "./syntax/parse.js";
import { WaysBack } from "./syntax/ways-back.js";
import type { TextEdit } from "./text/edit.js";
import { Text } from "./text/text.js";

/** The settings that decide what is recognised; all others only decide what is said about it. */
export interface RecognitionSettings extends GrammarSettings {
  readonly kinds: KindWords;
}

/** One version of one report, understood. Never changes. */
export interface Analysis {
  readonly text: Text;
  readonly format: Format;
  readonly syntax: Syntax;
  readonly report: Report;
  /** What it leaves to the version that comes of it; without, that one is read anew. */
  readonly version?: ReportVersion;
  /** What was made of it and of the versions before it. */
  readonly remembered: Remembered;
}

/**
 * Analyses reports under one set of settings. It remembers what single blocks tell, so that analysing a text
 * again after an edit reads only the blocks that the edit touched.
 */
export class Analyser {
  private readonly parser: Parser;
  private readonly vocabulary: Vocabulary;
  private readonly known = new KnownHeadings();
  private readonly waysBack = new WaysBack<ReportVersion>();

  /** `work` counts what is done, for those who want to know. */
  constructor(
    readonly settings: RecognitionSettings,
    private readonly work: Work = noWork(),
  ) {
    this.parser = new Parser(settings);
    this.vocabulary = vocabularyWith(settings.kinds);
  }

  /** Understands a text. Total and synchronous. */
  analyse(content: string | Text, format: Format): Analysis {
    const text = typeof content === "string" ? Text.of(content) : content;
    return this.complete(text, this.parser.parse(text.content, format));
  }

  /** Understands a text that came out of an analysed one by edits; each edit counts in the text that those before it left. */
  update(previous: Analysis, text: Text, edits: readonly TextEdit[]): Analysis {
    const { version, format, remembered } = previous;
    if (!version) return this.analyse(text, format);
    const base = this.waysBack.from(version, text.content, edits);
    const syntax = this.parser.parse(text.content, format, base.version.syntax, base.edits);
    const analysis = this.complete(text, syntax, remembered, base.version);
    this.waysBack.note(version, analysis.version, edits, base, changedBlocks(analysis.version));
    return analysis;
  }

  private complete(
    text: Text,
    syntax: Syntax,
    remembered = new Remembered(),
    before?: ReportVersion,
  ): Analysis & { readonly version: ReportVersion } {
    const { report, version } = recognise(syntax, this.vocabulary, this.known, this.work, before);
    return { text, format: syntax.format, syntax, report, version, remembered };
  }
}
