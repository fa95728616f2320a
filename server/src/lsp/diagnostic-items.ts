import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import type { Diagnostic } from "../features/diagnostic.js";
import type { Related } from "../rules/rule.js";
import { isSameMessage, type Say } from "../text/message.js";
import type { Text } from "../text/text.js";
import { isRange } from "./document-symbols.js";
import type { OpenReport } from "./feature.js";
import { toDiagnostic, toldMessage } from "./to-protocol.js";

type Where = Pick<OpenReport, "uri" | "text">;

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
  report: Where & Pick<OpenReport, "analysis">,
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
        const still = known.find((one) => one && isStill(report, one, item));
        if (still) return { found: item, shown: still.shown };
        const said = known.find((one) => one && isSameMessage(toldMessage(one.found), toldMessage(item)));
        return { found: item, shown: toDiagnostic(report, item, docs, say, said?.shown.message) };
      });
    },
  );
  return told.map(({ shown }) => shown);
}

/** Whether what was told of a finding still holds of another, places included. */
function isStill({ uri, text }: Where, { found, shown }: Told, item: Diagnostic): boolean {
  return (
    found.code === item.code &&
    found.severity === item.severity &&
    found.unnecessary === item.unnecessary &&
    isRange(text, item, shown.range) &&
    isSameMessage(toldMessage(found), toldMessage(item)) &&
    isStillRelated(uri, text, found.related, shown.relatedInformation, item.related)
  );
}

function isStillRelated(
  uri: string,
  text: Text,
  found: readonly Related[] | undefined,
  shown: LspDiagnostic["relatedInformation"],
  related: readonly Related[] | undefined,
): boolean {
  if (!found || !related || !shown) return found === related;
  return (
    found.length === related.length &&
    related.every(
      (place, at) =>
        shown[at]?.location.uri === uri &&
        isRange(text, place, shown[at].location.range) &&
        isSameMessage(found[at]!.message, place.message),
    )
  );
}
