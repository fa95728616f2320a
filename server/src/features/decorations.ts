import type { Analysis } from "../analysis.js";
import { type AudienceRegion, audienceRegions, regionsBefore } from "../report/audience-regions.js";
import type { Span } from "../text/span.js";

/** How an internal stretch stands out: the fewer may read it, the more. */
export type Strength = "narrowest" | "middle" | "widest";

/** An internal stretch as an editor tints it. */
export interface InternalDecoration extends Span {
  readonly audience: string;
  readonly strength: Strength;
  /** It is whole lines, and not a part of one. */
  readonly block: boolean;
}

export interface Decorations {
  readonly internal: readonly InternalDecoration[];
  /** Redacted markers. */
  readonly redacted: readonly Span[];
  /** Whether these are all; else those near what is in view. */
  readonly complete: boolean;
}

/** Where somebody looks, and how many decorations there may be for all of them to be shown. */
export interface View {
  readonly stretches: readonly Span[];
  readonly most: number;
}

/**
 * What an editor shows beside the text's own colours: internal stretches by audience, and redacted markers. Given a view, of
 * more than that many only those near it.
 */
export function decorations({ report, syntax, text }: Analysis, view?: View): Decorations {
  const { audiences } = syntax.grammar.settings;
  const regions = audienceRegions(report.comments, audiences, text.content);
  const complete = !view || regions.length + report.redacted.length <= view.most;
  const shown = <T extends Span>(spans: readonly T[]) => (complete ? spans : near(spans, view.stretches));
  const internal = shown(regions).map((region) => ({
    from: region.from,
    to: region.to,
    audience: region.audience,
    strength: strengthOf(region, audiences.length),
    block: wholeLines(region, text.content),
  }));
  return { internal, redacted: shown(report.redacted).map(({ from, to }) => ({ from, to })), complete };
}

/** The spans that touch one of the stretches; spans in order and disjoint. */
export function near<T extends Span>(spans: readonly T[], stretches: readonly Span[]): T[] {
  const kept = new Set<T>();
  for (const { from, to } of stretches) {
    let index = Math.max(0, regionsBefore(spans, from) - 1);
    for (let span = spans[index]; span && span.from <= to; span = spans[++index])
      if (span.to >= from) kept.add(span);
  }
  return [...kept].sort((a, b) => a.from - b.from);
}

/** How strong a tint is for an audience of this rank among so many. */
export function strengthOf({ rank }: Pick<AudienceRegion, "rank">, audiences: number): Strength {
  if (rank === 0) return "narrowest";
  return rank === audiences - 1 ? "widest" : "middle";
}

/** Whether nothing but white space and quote marks stands beside a stretch on its lines. */
function wholeLines({ from, to }: Span, text: string): boolean {
  let first = from;
  while (first > 0 && /[ \t>]/.test(text[first - 1]!)) first--;
  let last = to;
  while (last < text.length && /[ \t]/.test(text[last]!)) last++;
  return isBreak(text[first - 1]) && isBreak(text[last]);
}

/** Whether a line ends with the character, or the text without one. */
function isBreak(char: string | undefined): boolean {
  return char === undefined || char === "\n" || char === "\r";
}
