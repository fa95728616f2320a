import { expect } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { type Config, DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { type CompletionList, complete } from "../../server/src/features/completion/complete.js";
import { plainInsert } from "../../server/src/features/completion/item.js";
import type { KnownWords } from "../../server/src/features/completion/known-words.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { fixture } from "./fixture.js";

export interface CompletionCheck {
  readonly format?: Format;
  readonly config?: Partial<Config>;
  readonly known?: Partial<KnownWords>;
}

export const TODAY = "2024-05-14";

/** What is offered at an offset, under the built-in settings where none are given. */
export function offered(
  text: string,
  offset: number,
  { format = "markdown", config, known }: CompletionCheck = {},
): CompletionList {
  const settings = { ...DEFAULT_CONFIG, ...config };
  const analysis = new Analyser(recognitionSettings(settings)).analyse(text, format);
  return complete(analysis, offset, {
    ...recognitionSettings(settings),
    known: { people: [], tags: [], events: [], ...known },
    today: TODAY,
  });
}

/** Checks the labels of all that is offered at `$0`, in order. */
export function checkOffered(report: string, labels: readonly string[], options?: CompletionCheck): void {
  const { text, cursor } = fixture(report);
  expect(offered(text, cursor!, options).items.map(({ label }) => label)).toEqual(labels);
}

/** Checks that some labels are among those offered at `$0`, in this order, and that others are not. */
export function checkAmong(
  report: string,
  labels: readonly string[],
  absent: readonly string[] = [],
  options?: CompletionCheck,
): void {
  const { text, cursor } = fixture(report);
  const all = offered(text, cursor!, options).items.map(({ label }) => label);
  expect(all.filter((label) => labels.includes(label) || absent.includes(label))).toEqual(labels);
}

/** Checks the report after the item of that label was taken at `$0`, every place in it left as proposed. */
export function checkTaken(report: string, label: string, after: string, options?: CompletionCheck): void {
  expect(taken(report, label, options)).toBe(after);
}

/** The report after the item of that label was taken at `$0`. */
export function taken(report: string, label: string, options?: CompletionCheck): string {
  const { text, cursor } = fixture(report);
  const { items } = offered(text, cursor!, options);
  const item = items.find((candidate) => candidate.label === label);
  expect(item, `“${label}” among ${items.map((each) => each.label).join(", ")}`).toBeDefined();
  return applyEdits(text, [{ ...item!.replace, insert: plainInsert(item!.insert) }]);
}
