import type { TextRange } from "./protocol.js";

/** Client to server: what stands out in an open report, to be decorated. */
export const DECORATIONS_REQUEST = "tripReport/decorations";

export interface DecorationsParams {
  readonly uri: string;
  /** What is in view. A report with many decorations answers with those near it and all others' lines left out. */
  readonly visible: readonly TextRange[];
}

/** `null` for documents that are no reports. */
export type DecorationsAnswer = {
  /** The version of the text that the ranges are of. */
  readonly version: number;
  /** Whether these are all; else those near what is in view. */
  readonly complete: boolean;
  readonly internal: readonly {
    readonly range: TextRange;
    readonly audience: string;
    readonly strength: "narrowest" | "middle" | "widest";
    /** Whole lines, and not a part of one. */
    readonly block: boolean;
  }[];
  readonly redacted: readonly TextRange[];
} | null;

/** Client to server: the settings of the team that decide what is recognised in a file, for who analyses it itself. */
export const RECOGNITION_REQUEST = "tripReport/recognition";

export interface RecognitionParams {
  readonly uri: string;
}

export interface RecognitionAnswer {
  /** Narrowest first. */
  readonly audiences: readonly string[];
  /** The words that mark a comment as internal. */
  readonly words: readonly string[];
  /** More words by which headings tell their kind. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}
