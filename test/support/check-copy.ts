import type { OutputFormat } from "../../server/src/publish/options.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { publishText } from "./publish.js";
import { AUDIENCES } from "./token-pieces.js";
import type { TokenReport } from "./token-report.js";

const WORD = /(?:P|S\d)x\d+q/g;
const MARKER = /\\?<Redacted comments>|&lt;Redacted comments&gt;/g;

/** A way to publish: for whom, as what, with or without markers. */
export interface Way {
  readonly audience: "company" | "public";
  readonly to: OutputFormat;
  readonly remove: boolean;
}

export const WAYS: readonly Way[] = (["public", "company"] as const).flatMap((audience) =>
  (["md", "html", "txt"] as const).flatMap((to) => [false, true].map((remove) => ({ audience, to, remove }))),
);

/** What is wrong with the copy that is made of a generated report in one way; nothing, where all is well. */
export function faultsOf({ text, pieces }: TokenReport, way: Way, source: Format = "markdown"): string[] {
  const { audience, to, remove } = way;
  const reader = AUDIENCES.indexOf(audience);
  const result = publishText(text, { ...way, source });
  // Where a comment goes without a trace the rest can come to read otherwise; that must end in a refusal.
  if (result.kind === "refused")
    return remove && result.reasons.every((reason) => reason.in === "copy")
      ? []
      : [`refused: ${result.reasons.map(({ code }) => code).join(", ")}`];
  const { output } = result;
  const faults: string[] = [];
  const words = new Set(output.match(WORD));
  for (const piece of pieces)
    for (const [word] of piece.text.matchAll(WORD)) {
      if (piece.level < reader && words.has(word)) faults.push(`${word} leaks`);
      if (piece.level < reader || words.has(word)) continue;
      // What stays although it is a comment may be one that no renderer shows; addresses of it likewise.
      if (to === "md" || (word.startsWith("P") && !piece.text.includes("://") && !piece.text.includes("]: ")))
        faults.push(`${word} is lost`);
    }
  if (to !== "md") return faults;
  const kept = pieces.filter(({ level }) => level >= reader).map((piece) => piece.text);
  if (!remove && bare(kept.join("")) !== bare(output)) faults.push("bytes outside of comments changed");
  if (/(\\?<Redacted comments>)\s+\1/.test(output)) faults.push("two markers side by side");
  const again = publishText(output, { ...way, source });
  if (again.kind === "refused" || again.output !== output) faults.push("a copy of the copy differs");
  return faults;
}

/** A text without what redaction may add: markers, blank lines with quote marks, the audience. */
function bare(text: string): string {
  return text.replace(MARKER, "").replace(/[\s>]/g, "");
}
