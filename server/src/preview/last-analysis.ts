import { Analyser, type Analysis, type RecognitionSettings } from "../analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../config.js";
import type { Format } from "../syntax/parse.js";
import { difference } from "../text/difference.js";

/** How a text that is a report is to be read. */
export interface ReportReading {
  readonly format: Format;
  /** The team's settings; the defaults hold where none are known. */
  readonly settings?: RecognitionSettings | undefined;
}

/** Analyses one text after the other, most often the same one after a keystroke: only what differs is read again. */
export class LastAnalysis {
  private analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
  private key = JSON.stringify(this.analyser.settings);
  private last: Analysis | undefined;

  analyse(
    content: string,
    { format, settings = recognitionSettings(DEFAULT_CONFIG) }: ReportReading,
  ): Analysis {
    const key = JSON.stringify(settings);
    if (key !== this.key) {
      this.analyser = new Analyser(settings);
      this.key = key;
      this.last = undefined;
    }
    this.last =
      this.last?.format === format
        ? this.updated(this.last, content)
        : this.analyser.analyse(content, format);
    return this.last;
  }

  private updated(last: Analysis, content: string): Analysis {
    const [edit] = difference(last.text.content, { from: 0, to: last.text.length }, content);
    return edit ? this.analyser.update(last, last.text.replace(edit), [edit]) : last;
  }
}
