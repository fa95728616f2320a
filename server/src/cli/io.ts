import type { StartThreads } from "./work-through.js";

/** What the command line needs of the world; tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal that shows colour. */
  readonly colour: boolean;
  /** Shows how far a long run is, over what was shown before; absent where standard error is no terminal. */
  progress?(text: string): void;
  out(text: string): void;
  err(text: string): void;
  /** Threads for work on many files; absent where there are none. */
  readonly threads?: StartThreads;
  /** All bytes of standard input. */
  stdin(): Promise<Uint8Array>;
}

/** Exit statuses: nothing found or done; something found; could not do it. */
export const DONE = 0;
export const FOUND = 1;
export const FAILED = 2;

/** A failure told to the user in one line: what it is about and why. */
export class Failure extends Error {}

/** One line without control characters: nothing that a file holds may steer the terminal or turn the order of its words. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "\ufffd");
}
