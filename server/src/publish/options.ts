/** What a public copy is made of and for whom. */
export interface RedactionOptions {
  /** The configured audiences, narrowest first. */
  readonly audiences: readonly string[];
  /** Who will read the copy. Comments for a narrower audience go. */
  readonly audience: string;
  /** The text that stands where a comment was, as readers see it. */
  readonly marker: string;
  /** Whether comments leave nothing behind instead of a marker. */
  readonly remove: boolean;
  /** Keys of the front matter that are dropped, besides `internal`. */
  readonly dropKeys: readonly string[];
  /** Whether HTML comments that are no internal comments stay. */
  readonly keepHtmlComments: boolean;
  /** Whether malformed comments are redacted as far as they can be, instead of refused. */
  readonly force: boolean;
}

/** The forms a copy can take. */
export type OutputFormat = "md" | "html" | "txt";
