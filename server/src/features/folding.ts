import type { Analysis } from "../analysis.js";
import { allSections, type Section } from "../report/model.js";
import { append } from "../text/append.js";
import { lineNear } from "../text/line-near.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";
import { blockFolds } from "./block-folds.js";
import { bodyEnd } from "./outline.js";

/** A stretch that can be folded away below its first line. */
export interface Fold extends Span {
  /** Internal and HTML comments fold as comments, so that an editor's “fold all comments” takes them. */
  readonly kind: "region" | "comment" | "internal";
  /** Who may read an internal comment. */
  readonly audience?: string;
}

/**
 * What can be folded: sections, internal comments, front matter, and Markdown's blocks of more than one line. By their
 * lines, folds lie in each other or apart; an internal comment folds as a whole, whatever else must give way.
 */
export function folding(analysis: Analysis): Fold[] {
  const { report, text } = analysis;
  const sections = allSections(report.sections);
  const folds: Fold[] = sections.map((section) => sectionFold(section, text));
  const byAttributes = new Map<number, Section>();
  for (const section of sections) if (section.attributes) byAttributes.set(section.attributes.from, section);
  const internal = report.comments.map(({ form, from, to, open, audience }): Fold => {
    const section = form === "section" ? byAttributes.get(open.from) : undefined;
    return { ...(section ? sectionFold(section, text) : { from, to }), kind: "internal", audience };
  });
  append(folds, widened(internal, text));
  if (report.frontMatter)
    folds.push({ from: report.frontMatter.from, to: report.frontMatter.to, kind: "region" });
  append(folds, blockFolds(analysis));
  return nested(onePerLine(folds, text), text);
}

/** A fold and its lines. */
interface Lines {
  readonly fold: Fold;
  readonly first: number;
  readonly last: number;
}

/** The folds of internal comments alone. */
export function internalFolds(analysis: Analysis): Fold[] {
  return folding(analysis).filter(({ kind }) => kind === "internal");
}

function sectionFold(section: Section, text: Text): Fold {
  return { from: section.heading.from, to: bodyEnd(section, text.content), kind: "region" };
}

/**
 * Folds of more than one line, one where several begin on one line, for editors show one arrow a line: the internal
 * comment, else the widest.
 */
function onePerLine(folds: readonly Fold[], text: Text): Lines[] {
  const found: Lines[] = [];
  let first = 0;
  for (const fold of folds) {
    // They come list by list, each in order.
    first = lineNear(text, fold.from, first);
    // Most folds are longer than a line by far, and need no second search to tell.
    if (fold.to < text.lineStart(first + 1)) continue;
    const last = lineNear(text, fold.to, first);
    if (last <= first) continue;
    found.push({ fold, first, last });
  }
  // Lists that are in order are only merged by this, and of one line those of the first list stand first.
  found.sort((a, b) => a.first - b.first);
  const chosen: Lines[] = [];
  for (const lines of found) {
    const known = chosen.at(-1);
    if (known?.first !== lines.first) chosen.push(lines);
    else if (known && isBetter(lines.fold, known.fold)) chosen[chosen.length - 1] = lines;
  }
  return chosen;
}

function isBetter(fold: Fold, known: Fold): boolean {
  return rank(fold) > rank(known) || (rank(fold) === rank(known) && known.to < fold.to);
}

/** Internal comments that cross, by their lines: each goes on to the end of the last, so that folding hides all of them. */
function widened(comments: readonly Fold[], text: Text): Fold[] {
  const sorted = [...comments].sort((a, b) => a.from - b.from || b.to - a.to);
  let line = 0;
  const lineStarts = sorted.map(({ from }) => {
    line = lineNear(text, from, line);
    return text.lineStart(line);
  });
  const ends = sorted.map(({ to }) => to);
  // From the last to the first. Each takes in those behind it that begin before its end or on that line; what they
  // took in needs no second look.
  const apart: number[] = [];
  for (let index = sorted.length - 1; index >= 0; index--) {
    while (apart.length > 0 && lineStarts[apart.at(-1)!]! <= ends[index]!)
      ends[index] = Math.max(ends[index]!, ends[apart.pop()!]!);
    apart.push(index);
  }
  return sorted.map((fold, index) => ({ ...fold, to: ends[index]! }));
}

const rank = ({ kind }: Fold): number => (kind === "internal" ? 1 : 0);

/** Shortens folds that cross: what begins before an internal comment ends above it, all else ends with what it is in. */
function nested(folds: readonly Lines[], text: Text): Fold[] {
  const shortened: Lines[] = [...folds];
  const open: number[] = [];
  for (let index = 0; index < folds.length; index++) {
    const { fold, first, last } = folds[index]!;
    while (open.length > 0 && shortened[open.at(-1)!]!.last < first) open.pop();
    // From the innermost: those that end inside this one.
    while (open.length > 0 && shortened[open.at(-1)!]!.last < last) {
      const at = open.at(-1)!;
      const around = shortened[at]!;
      if (fold.kind !== "internal" || around.fold.kind === "internal") {
        shortened[index] = { fold: { ...fold, to: around.fold.to }, first, last: around.last };
        break;
      }
      const to = text.lineEnd(first - 1);
      shortened[at] = { fold: { ...around.fold, to }, first: around.first, last: first - 1 };
      open.pop();
    }
    open.push(index);
  }
  return shortened.filter(({ first, last }) => last > first).map(({ fold }) => fold);
}
