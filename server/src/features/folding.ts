import type { Analysis } from "../analysis.js";
import { allSections } from "../report/model.js";
import type { Span } from "../text/span.js";
import { blockFolds } from "./block-folds.js";
import { bodyEnd } from "./outline.js";

/** A stretch that can be folded away below its first line. */
export interface Fold extends Span {
  /** Internal and HTML comments fold as comments, so that an editor's “fold all comments” takes them. */
  readonly kind: "region" | "comment";
}

/** What can be folded: sections, internal comments, front matter, and Markdown's blocks of more than one line. */
export function folding(analysis: Analysis): Fold[] {
  const { report, text } = analysis;
  const folds: Fold[] = allSections(report.sections).map((section) => ({
    from: section.heading.from,
    to: bodyEnd(section, text.content),
    kind: "region",
  }));
  for (const { form, from, to } of report.comments)
    if (form !== "section") folds.push({ from, to, kind: "comment" });
  if (report.frontMatter)
    folds.push({ from: report.frontMatter.from, to: report.frontMatter.to, kind: "region" });
  folds.push(...blockFolds(analysis));
  return onePerLine(folds, text.lineAt.bind(text));
}

/** Folds of more than one line, the widest where several begin on one line: editors show one arrow a line. */
function onePerLine(folds: readonly Fold[], lineAt: (offset: number) => number): Fold[] {
  const widest = new Map<number, Fold>();
  for (const fold of folds) {
    const line = lineAt(fold.from);
    if (lineAt(fold.to) <= line) continue;
    const known = widest.get(line);
    if (!known || known.to < fold.to || (known.to === fold.to && fold.kind === "comment"))
      widest.set(line, fold);
  }
  return [...widest.values()].sort((a, b) => a.from - b.from);
}
