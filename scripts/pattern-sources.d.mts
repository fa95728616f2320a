/** A regular expression of ours and where it stands first. */
export interface Pattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** All patterns by their keys in `patterns.json`, and the calls that put one together but were not seen. */
export function patternsOfSources(): Promise<{
  readonly patterns: ReadonlyMap<string, Pattern>;
  readonly unseen: readonly string[];
}>;
