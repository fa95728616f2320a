import type { Config } from "../config.js";
import type { RedactionOptions } from "../publish/options.js";

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
