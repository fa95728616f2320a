import { expect } from "vitest";
import { afterEnter, type Enter } from "../../client/src/editing/enter.js";
import { indented, type LineSelection, outdented } from "../../client/src/editing/indent.js";
import type { LineEdit } from "../../client/src/editing/line-edits.js";
import { movedItem } from "../../client/src/editing/move.js";
import configuration from "../../language-configuration.json" with { type: "json" };
import { applyEdits } from "../../server/src/text/edit.js";
import { Text } from "../../server/src/text/text.js";
import { fixture } from "./fixture.js";

/** Checks what Enter at `$0` makes of a text, whether or not the editor's own rules have continued the line. */
export function checkEnter(before: string, after: string): void {
  const expected = fixture(after);
  for (const rules of [configuration.onEnterRules, []]) {
    const { text, cursor, enter } = pressEnter(before, rules);
    const edits = afterEnter(text.split("\n"), enter);
    const shown = `with ${rules.length} rules of the editor's own`;
    expect(applied(text, edits), shown).toBe(expected.text);
    if (expected.cursor !== undefined) expect(movedBy(text, edits, cursor), shown).toBe(expected.cursor);
  }
}

/** A text after the editor's own answer to Enter at `$0`, and what is told of it. */
export function pressEnter(
  before: string,
  rules: readonly { readonly beforeText: string; readonly action: { readonly appendText?: string } }[],
): { readonly text: string; readonly cursor: number; readonly enter: Enter } {
  const { text, cursor = 0 } = fixture(before);
  const [head, tail] = [text.slice(0, cursor), text.slice(cursor)];
  const upper = head.slice(head.lastIndexOf("\n") + 1);
  const rule = rules.find(({ beforeText }) => new RegExp(beforeText).test(upper));
  const prefix = (/^[ \t]*/.exec(upper)?.[0] ?? "") + (rule?.action.appendText ?? "");
  const line = head.split("\n").length - 1;
  const broken = tail !== "" && !tail.startsWith("\n");
  return {
    text: `${head}\n${prefix}${tail}`,
    cursor: cursor + 1 + prefix.length,
    enter: { line, inserted: prefix.length, broken },
  };
}

/** Checks what Tab makes of the items at `$0`, or selected by `«…»`; undefined where Tab stays a tab. */
export const checkIndent = (before: string, after: string | undefined): void =>
  checkShift(indented, before, after);

/** Checks what Shift+Tab makes of the items at `$0`, or selected by `«…»`. */
export const checkOutdent = (before: string, after: string | undefined): void =>
  checkShift(outdented, before, after);

/** Checks what moving the item at `$0` by one place makes of a text; undefined where it cannot move. */
export function checkMove(direction: -1 | 1, before: string, after: string | undefined): void {
  const { text, cursor = 0 } = fixture(before);
  const lines = text.split("\n");
  const line = Text.of(text).lineAt(cursor);
  const move = movedItem(lines, line, direction);
  const result = move && lines.toSpliced(move.from, move.to - move.from, ...move.lines);
  expect(result?.join("\n")).toBe(after);
  if (result && move)
    expect(result[line + move.by]?.replace(/\d+/, "")).toBe(lines[line]?.replace(/\d+/, ""));
}

/** A text after edits by lines and columns. */
export function applied(text: string, edits: readonly LineEdit[]): string {
  return applyEdits(text, inOffsets(text, edits));
}

function checkShift(shift: typeof indented, before: string, after: string | undefined): void {
  const { text, cursor, spans } = fixture(before);
  const places = spans.length > 0 ? spans : [{ from: cursor ?? 0, to: cursor ?? 0 }];
  const lines = Text.of(text);
  const selections = places.map(({ from, to }): LineSelection => {
    const [start, end] = [lines.positionAt(from), lines.positionAt(to)];
    return { fromLine: start.line, from: start.column, toLine: end.line, to: end.column };
  });
  expect(shift(text.split("\n"), selections)?.join("\n")).toBe(after);
}

function inOffsets(text: string, edits: readonly LineEdit[]) {
  const lines = Text.of(text);
  return edits.map(({ fromLine, from, toLine, to, insert }) => ({
    from: lines.lineStart(fromLine) + from,
    to: lines.lineStart(toLine) + to,
    insert,
  }));
}

/** Where the editor leaves a cursor: behind what is put in at it, and where a replaced stretch began. */
function movedBy(text: string, edits: readonly LineEdit[], cursor: number): number {
  return inOffsets(text, edits).reduce(
    (at, { from, to, insert }) =>
      to <= cursor ? at + insert.length - (to - from) : at - Math.max(0, cursor - from),
    cursor,
  );
}
