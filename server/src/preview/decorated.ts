import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { strengthOf } from "../features/decorations.js";
import type { AudienceRegion } from "../report/audience-regions.js";
import { wrapBlocks } from "./block-regions.js";
import { type MakeToken, wrapParts } from "./inline-regions.js";
import type { Leaf } from "./leaves.js";
import type { PreviewMark } from "./marks.js";
import type { Previewed } from "./previewed.js";

/** What a preview says of an internal stretch, in the language of whoever shows it. */
export interface PreviewWords {
  /** Shown when it is pointed at. */
  title(audience: string): string;
  /** Shown beside it. */
  label(audience: string): string;
}

/** The tokens of a report with internal stretches wrapped, and each session's kind behind its heading. */
export function decorated(
  { tokens: found, Token: make }: StateCore,
  report: Previewed,
  leaves: WeakMap<readonly Token[], Leaf>,
  words: PreviewWords,
): Token[] {
  const attributes = (token: Token, region: AudienceRegion, first: boolean) => {
    const strength = strengthOf(region, report.audiences.length);
    token.attrJoin("class", `trip-report-internal trip-report-${strength}`);
    token.attrSet("data-trip-report-audience", region.audience);
    token.attrSet("title", words.title(region.audience));
    if (first) token.attrSet("data-trip-report-label", words.label(region.audience));
  };
  const leafOf = (token: Token | undefined) => (token?.children ? leaves.get(token.children) : undefined);
  const spanOf = ({ type, map, meta }: Token, next: Token | undefined) => {
    if (type === "trip_report_note_block") return meta as PreviewMark;
    const leaf = next?.type === "inline" ? leafOf(next) : undefined;
    if (leaf) return { from: leaf.map.start, to: leaf.map.end };
    return map ? report.stretch(map[0], map[1]) : undefined;
  };
  const bases = new Map<Token, AudienceRegion>();
  const tokens = wrapBlocks(found, { make, previewed: report, attributes, spanOf }, (inline, region) =>
    bases.set(inline, region),
  );
  for (const token of tokens) {
    if (token.type !== "inline" || !token.children) continue;
    const leaf = leafOf(token);
    if (leaf) token.children = wrapParts(token.children, leaf, { make, attributes, base: bases.get(token) });
    const kind = token.map && kindToken(report, token.map[0], make);
    if (kind) token.children.push(kind);
  }
  return tokens;
}

/** The kind of the section whose heading is on a line, where it is one to tell. */
function kindToken(report: Previewed, line: number, make: MakeToken): Token | undefined {
  const section = report.sectionOn(line);
  if (!section || section.kind === "topic" || section.kind === "group") return undefined;
  const token = new make("trip_report_kind", "span", 0);
  token.content = section.kind;
  return token;
}
