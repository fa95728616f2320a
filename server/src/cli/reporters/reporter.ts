import type { Diagnostic } from "../../features/diagnostic.js";
import type { Severity } from "../../rules/rule.js";
import type { Text } from "../../text/text.js";

/** A finding with its message in words. */
export interface ToldDiagnostic extends Diagnostic {
  readonly message: string;
}

/** A file and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: Text;
  readonly diagnostics: readonly ToldDiagnostic[];
}

/** One format in which `check` prints: pieces of text as files come in, so that no run has to be kept in memory. */
export interface Reporter {
  start(): string;
  file(file: CheckedFile): string;
  end(): string;
}

/** How many findings of each severity there were. */
export type Counts = Record<Severity, number>;

/** Where a finding stands: lines and columns 1-based, columns in UTF-16 units. */
export function placeOf({ from, to }: Diagnostic, text: Text) {
  const start = text.positionAt(from);
  const end = text.positionAt(to);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
