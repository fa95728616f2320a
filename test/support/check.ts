import { expect } from "vitest";
import { Analyser, type Analysis } from "../../server/src/analysis.js";
import { type Config, DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { folding } from "../../server/src/features/folding.js";
import { hover } from "../../server/src/features/hover.js";
import { type OutlineNode, outline } from "../../server/src/features/outline.js";
import { selectionRanges } from "../../server/src/features/selection-ranges.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { fixture, marked } from "./fixture.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** Analyses a text under the built-in settings. */
export function analyse(text: string, format: Format = "markdown"): Analysis {
  return analyser.analyse(text, format);
}

/**
 * Checks the internal comments of a text: `«…»` are their spans; `expected` says of each, in order, its form and
 * audience, and what is wrong with it.
 */
export function checkComments(
  report: string,
  expected: readonly string[],
  format: Format = "markdown",
): void {
  const { text } = fixture(report);
  const { comments } = analyse(text, format).report;
  expect(marked(text, comments)).toBe(report);
  expect(
    comments.map(({ form, audience, unclosed, slip, unknownAudience }) =>
      [form, audience, unclosed && "unclosed", slip && "misspelt", unknownAudience && "unknown"]
        .filter(Boolean)
        .join(" "),
    ),
  ).toEqual(expected);
}

/** Checks the redacted markers of a text: `«…»` are their spans. */
export function checkRedacted(report: string, format: Format = "markdown"): void {
  const { text } = fixture(report);
  expect(marked(text, analyse(text, format).report.redacted)).toBe(report);
}

export interface DiagnosticsCheck {
  readonly format?: Format;
  readonly audience?: string;
  readonly config?: Partial<Config>;
}

/**
 * Checks the findings of one rule: lines of carets under a line of the report mark what is expected and are taken
 * out before the report is read. Findings of other rules do not count.
 */
export function checkRule(
  code: string,
  report: string,
  { format = "markdown", audience, config }: DiagnosticsCheck = {},
): void {
  const lines = report.split("\n");
  const kept = lines.filter((line) => !/^ *\^+ *$/.test(line));
  const analysis = analyse(kept.join("\n"), format);
  const found = diagnostics(analysis, {
    config: { ...DEFAULT_CONFIG, ...config },
    ...(audience === undefined ? {} : { audience }),
  }).filter((item) => item.code === code);
  const shown = kept.flatMap((line, index) => [
    line,
    ...found.flatMap((item) => caretsOf(analysis, item, index)),
  ]);
  expect(shown.join("\n")).toBe(report);
}

/** The carets under a line for a finding that begins on it; a finding of several lines shows its first. */
function caretsOf({ text }: Analysis, { from, to }: { from: number; to: number }, line: number): string[] {
  const start = text.positionAt(from);
  if (start.line !== line) return [];
  const end = Math.min(to, text.lineEnd(line));
  return [" ".repeat(start.column) + "^".repeat(Math.max(1, end - from))];
}

/** Checks that the n-th fix of a rule's first finding makes `after` out of `before`. */
export function checkFix(
  code: string,
  before: string,
  after: string,
  { index = 0, ...options }: DiagnosticsCheck & { index?: number } = {},
): void {
  const analysis = analyse(before, options.format);
  const audience = options.audience === undefined ? {} : { audience: options.audience };
  const found = diagnostics(analysis, { config: DEFAULT_CONFIG, ...audience }).find(
    (item) => item.code === code,
  );
  const fix = found?.fixes?.[index];
  expect(fix, `a fix of ${code}`).toBeDefined();
  expect(applyEdits(before, fix!.edits)).toBe(after);
}

/** Checks an outline, written as indented lines `kind title · detail`; without `markers` it has sections only. */
export function checkOutline(
  report: string,
  expected: string,
  { format = "markdown", markers = false }: { format?: Format; markers?: boolean } = {},
): void {
  const show = (nodes: readonly OutlineNode[], depth: number): string[] =>
    nodes.flatMap(({ kind, name, detail, children }) => [
      `${"  ".repeat(depth)}${kind} ${name}${detail ? ` · ${detail}` : ""}`,
      ...show(children, depth + 1),
    ]);
  expect(show(outline(analyse(report, format), { markers }), 0).join("\n")).toBe(expected.trim());
}

/** Checks what folds: `expected` lists first and last line, 1-based, and the kind where it is a comment. */
export function checkFolding(report: string, expected: readonly string[], format: Format = "markdown"): void {
  const analysis = analyse(report, format);
  const line = (offset: number) => analysis.text.lineAt(offset) + 1;
  expect(
    folding(analysis).map(
      ({ from, to, kind }) => `${line(from)}-${line(to)}${kind === "region" ? "" : ` ${kind}`}`,
    ),
  ).toEqual(expected);
}

/** Checks what a selection at `$0` grows to, from the innermost, step by step. */
export function checkSelectionRanges(
  report: string,
  expected: readonly string[],
  format: Format = "markdown",
): void {
  const { text, cursor } = fixture(report);
  const ranges = selectionRanges(analyse(text, format), cursor!);
  expect(ranges.map(({ from, to }) => text.slice(from, to))).toEqual([...expected, text]);
}

/** Checks the hover at `$0`: the text shown, and the span it is for as `«…»`. */
export function checkHover(report: string, expected: string | undefined, format: Format = "markdown"): void {
  const { text, cursor, spans } = fixture(report);
  const found = hover(analyse(text, format), cursor!);
  if (expected === undefined) expect(found).toBeUndefined();
  else {
    expect(found?.markdown).toContain(expected);
    if (spans.length > 0) expect(marked(text, [found!])).toBe(report.replace("$0", ""));
  }
}
