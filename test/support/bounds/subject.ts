import { Analyser, type Analysis } from "../../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../../server/src/config.js";
import type { Format } from "../../../server/src/syntax/parse.js";

const settings = recognitionSettings(DEFAULT_CONFIG);

/** What is made ready before the clock runs, and what is measured; it may answer a promise. */
export interface Subject {
  readonly prepare: (text: string) => () => unknown;
}

/** Something asked about a report that was analysed before. */
export function ofAnalysis(
  use: (analysis: Analysis, analyser: Analyser) => unknown,
  format: Format = "markdown",
): Subject {
  return {
    prepare(text) {
      const analyser = new Analyser(settings);
      const analysis = analyser.analyse(text, format);
      return () => use(analysis, analyser);
    },
  };
}
