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
}

/** What an editor shows beside the text's own colours: internal stretches by audience, and redacted markers. */
export function decorations({ report, syntax, text }: Analysis): Decorations {
  const { audiences } = syntax.grammar.settings;
  const regions = audienceRegions(report.comments, audiences, text.content);
  const internal = regions.map((region) => ({
    from: region.from,
    to: region.to,
    audience: region.audience,
    strength: strengthOf(region, audiences.length),
    block: wholeLines(region, text.content),
  }));
  return { internal, redacted: report.redacted.map(({ from, to }) => ({ from, to })) };
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

export function strengthOf({ rank }: Pick<AudienceRegion, "rank">, audiences: number): Strength {
  if (rank === 0) return "narrowest";
  return rank === audiences - 1 ? "widest" : "middle";
}

/** Whether nothing but white space, bullets and quote marks stands beside a stretch on its lines. */
function wholeLines({ from, to }: Span, text: string): boolean {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, from - 200), from))![0];
  const behind = /^[^\r\n]*/.exec(text.slice(to, to + 200))![0];
  return /^[\s>]*$/.test(before) && behind.trim() === "";
}
