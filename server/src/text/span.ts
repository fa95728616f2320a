/** A stretch of a text: UTF-16 offsets, 0-based, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether `offset` lies in the span; its end counts, as a cursor behind the last character is still at it. */
export function touches(span: Span, offset: number): boolean {
  return span.from <= offset && offset <= span.to;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The same span `by` UTF-16 units further on, with everything else it carries. */
export function shifted<T extends Span>(span: T, by: number): T {
  return by === 0 ? span : { ...span, from: span.from + by, to: span.to + by };
}

/** What spans cover together: sorted, and parted by something between them. */
export function covered(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else result.push({ from, to });
  }
  return result;
}
