import type { Analyser, Analysis } from "../analysis.js";
import type { Config } from "../config.js";
import type { OutputFormat, RedactionOptions } from "../publish/options.js";
import { type PublishOptions, type PublishResult, publish } from "../publish/publish.js";
import type { Format } from "../syntax/parse.js";

/** For whom and in which form a copy is wanted. */
export interface CopyRequest {
  readonly format: OutputFormat;
  /** For whom; the widest audience if none is said. Unknown names count as the widest, which hides most. */
  readonly audience?: string | undefined;
  readonly remove?: boolean;
  readonly force?: boolean;
  readonly fragment?: boolean;
  readonly names?: readonly string[];
}

/** The configured audience that a request means: in any case, the widest if none is said. */
export function audienceFor({ audiences }: Config, said: string | undefined): string | undefined {
  if (said === undefined) return audiences.at(-1);
  return audiences.find((audience) => audience.toLowerCase() === said.toLowerCase());
}

/** How comments are redacted for an audience under a configuration: with a marker, refusing what is malformed. */
export function redactionOptions(config: Config, audience: string): RedactionOptions {
  return {
    audiences: config.audiences,
    audience,
    marker: config.redacted.marker,
    remove: false,
    dropKeys: config.publish.dropKeys,
    keepHtmlComments: config.publish.htmlComments === "keep",
    force: false,
  };
}

/** What publishing is told by a configuration and a request. */
export function publishOptions(
  format: Format,
  config: Config,
  analyser: Analyser,
  request: CopyRequest,
): PublishOptions {
  return {
    ...redactionOptions(config, audienceFor(config, request.audience) ?? config.audiences.at(-1)!),
    remove: request.remove === true,
    force: request.force === true,
    fragment: request.fragment === true,
    format: request.format,
    names: request.names ?? [],
    reanalyse: (text) => analyser.analyse(text, format),
  };
}

/** The copy of a report, or why there is none. */
export function publicCopy(
  analysis: Analysis,
  config: Config,
  analyser: Analyser,
  request: CopyRequest,
): PublishResult {
  return publish(analysis, publishOptions(analysis.format, config, analyser, request));
}
