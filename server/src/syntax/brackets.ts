import { AngleScanner } from "./angle-scanner.js";
import { TickScanner } from "./code-spans.js";
import { labelEnd, linkTail } from "./link-tails.js";

/**
 * For each `[` of a paragraph that is balanced, the offset of its `]`. Escapes, code spans, tags,
 * autolinks and link targets are skipped: a bracket in them belongs to them. One pass, linear in the text.
 */
export function bracketPairs(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const ticks = new TickScanner(text);
  const angles = new AngleScanner(text);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 2;
    else if (code === 96) {
      const run = ticks.at(at);
      at = run?.spanTo ?? run?.to ?? at + 1;
    } else if (code === 60) at = angles.at(at)?.to ?? at + 1;
    else {
      const start = code === 93 ? open.pop() : undefined;
      if (code === 91) open.push(at);
      if (start !== undefined) pairs.set(start, at);
      at = start !== undefined && text[at + 1] === "(" ? linkTailEnd(text, at + 1) : at + 1;
    }
  }
  return pairs;
}

/** Where a link's tail ends whose text's `]` is before `at`; answers `at` where no tail follows. */
export function linkTailEnd(text: string, at: number): number {
  return (text[at] === "[" ? labelEnd(text, at) : linkTail(text, at)?.to) ?? at;
}
