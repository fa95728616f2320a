import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import type { Diagnostic } from "../features/diagnostic.js";
import { isSameMessage, type Say } from "../text/message.js";
import { isSame } from "../text/same.js";
import type { OpenReport } from "./feature.js";
import { toDiagnostic, toldMessage } from "./to-protocol.js";

/** A finding and what the client was told of it. */
interface Told {
  readonly found: Diagnostic;
  readonly shown: LspDiagnostic;
}

/**
 * Findings as the protocol has them. Those that the version before had at the same place too are the same objects, and
 * what was said of a finding that only moved is not put into words again.
 */
export function toDiagnostics(
  report: Pick<OpenReport, "uri" | "text" | "analysis">,
  found: readonly Diagnostic[],
  docs: string | undefined,
  say: Say,
): LspDiagnostic[] {
  const told = report.analysis.remembered.get<readonly Diagnostic[], readonly Told[]>(
    "diagnostics",
    found,
    () => false,
    (_, before = []) => {
      const moved = before.length - found.length;
      return found.map((item, at): Told => {
        const known = [before[at], before[at + moved]];
        const said = known.find((one) => one && isSameMessage(toldMessage(one.found), toldMessage(item)));
        const shown = toDiagnostic(report, item, docs, say, said?.shown.message);
        return { found: item, shown: known.find((one) => one && isSame(one.shown, shown))?.shown ?? shown };
      });
    },
  );
  return told.map(({ shown }) => shown);
}
