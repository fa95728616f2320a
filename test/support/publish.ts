import { Analyser, type Analysis } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import type { OutputFormat, RedactionOptions } from "../../server/src/publish/options.js";
import { type PublishOptions, type PublishResult, publish } from "../../server/src/publish/publish.js";
import type { Format } from "../../server/src/syntax/parse.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

export interface CopyOptions extends Partial<Omit<PublishOptions, "format" | "reanalyse">> {
  readonly to?: OutputFormat;
  readonly source?: Format;
}

/** How a copy is made when nothing else is said. */
export const COPY: RedactionOptions = {
  audiences: DEFAULT_CONFIG.audiences,
  audience: "public",
  marker: DEFAULT_CONFIG.redacted.marker,
  remove: false,
  dropKeys: [],
  keepHtmlComments: false,
  force: false,
};

/** Analyses a text under the built-in settings. */
export function analyseText(text: string, format: Format): Analysis {
  return analyser.analyse(text, format);
}

/** Publishes a text under the built-in settings. */
export function publishText(
  text: string,
  { to, source = "markdown", ...options }: CopyOptions = {},
): PublishResult {
  const reanalyse = (content: string) => analyser.analyse(content, source);
  return publish(reanalyse(text), {
    ...COPY,
    fragment: false,
    names: [],
    reanalyse,
    format: to ?? (source === "markdown" ? "md" : "txt"),
    ...options,
  });
}

/** The published copy of a text; a refusal as its codes, one a line, behind `refused`. */
export function copyOf(text: string, options: CopyOptions = {}): string {
  const result = publishText(text, options);
  if (result.kind === "published") return result.output;
  return ["refused", ...result.reasons.map(({ code }) => code)].join("\n");
}
