/** What holds where a team sets nothing: of each key of the configuration that has a default. */
export const DEFAULTS = {
  audiences: ["team", "company", "public"],
  include: [],
  exclude: [],
  internal: { words: ["internal", "private", "confidential"] },
  redacted: { marker: "<Redacted comments>" },
  terms: [],
  rules: {},
  kinds: {},
  publish: { htmlComments: "drop" as const, dropKeys: [] },
};
