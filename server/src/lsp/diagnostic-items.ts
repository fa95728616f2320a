import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import type { Diagnostic } from "../features/diagnostic.js";
import type { Say } from "../text/message.js";
import type { OpenReport } from "./feature.js";
import { toDiagnostic } from "./to-protocol.js";

/** Findings as the protocol has them. Those that the version before had at the same place too are the same objects. */
export function toDiagnostics(
  report: Pick<OpenReport, "uri" | "text" | "analysis">,
  found: readonly Diagnostic[],
  docs: string | undefined,
  say: Say,
): LspDiagnostic[] {
  return report.analysis.remembered.get<readonly Diagnostic[], LspDiagnostic[]>(
    "diagnostics",
    found,
    () => false,
    (_, before = []) => {
      const moved = before.length - found.length;
      return found.map((item, at) => {
        const made = toDiagnostic(report, item, docs, say);
        return [before[at], before[at + moved]].find((known) => known && isSame(known, made)) ?? made;
      });
    },
  );
}

/** Two values of plain data, compared to their last leaf. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
