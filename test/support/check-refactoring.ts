import { expect } from "vitest";
import type { EditResult } from "../../server/src/features/edit-result.js";
import { refactorings } from "../../server/src/features/refactor/index.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { inEnglish } from "../../server/src/text/message.js";
import { type EditOptions, editInput } from "./check-edit.js";
import { fixture } from "./fixture.js";

/** Takes the offer with a title at `$0` or `«…»`; undefined where there is none. */
export function refactored(
  title: string,
  report: string,
  options: EditOptions = {},
): { readonly text: string; readonly result: EditResult } | undefined {
  const { text, cursor, spans } = fixture(report);
  const selection = cursor === undefined ? spans[0]! : { from: cursor, to: cursor };
  const input = editInput(text, options);
  for (const refactoring of refactorings)
    for (const offer of refactoring.offers(input, selection))
      if (inEnglish(offer.title) === title)
        return { text, result: refactoring.apply(input, selection, offer.argument) };
  return undefined;
}

/** The titles of all that is offered at `$0` or `«…»`. */
export function offered(report: string, options: EditOptions = {}): string[] {
  const { text, cursor, spans } = fixture(report);
  const selection = cursor === undefined ? spans[0]! : { from: cursor, to: cursor };
  const input = editInput(text, options);
  return refactorings.flatMap((refactoring) =>
    refactoring.offers(input, selection).map(({ title }) => inEnglish(title)),
  );
}

/** Checks what a refactoring makes of a report: the new text, a refusal behind `refused:`, or that it is not offered. */
export function checkRefactoring(
  title: string,
  before: string,
  after: string | undefined,
  options: EditOptions = {},
): void {
  const done = refactored(title, before, options);
  if (after === undefined || !done) {
    expect(done && title).toBe(after);
    return;
  }
  const { text, result } = done;
  if (result.kind === "refused") expect(`refused: ${result.reason}`).toBe(after);
  else expect(result.kind === "edits" && applyEdits(text, result.edits)).toBe(after);
}
