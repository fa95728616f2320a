import type { Analyser, Analysis } from "../analysis.js";
import type { Config } from "../config.js";
import type { OutputFormat } from "../publish/options.js";
import { type PublishOptions, type PublishResult, publish } from "../publish/publish.js";
import type { Format } from "../syntax/parse.js";
import { audienceFor, redactionOptions } from "./redaction.js";

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
