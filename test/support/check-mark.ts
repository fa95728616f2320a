import { expect } from "vitest";
import { Grammar } from "../../server/src/syntax/grammar.js";
import type { Mark } from "../../server/src/syntax/marks.js";
import { inEnglish } from "../../server/src/text/message.js";
import { fixture } from "./fixture.js";

/** A grammar with a word and an audience of a team's own. */
export const grammar = new Grammar({
  words: ["internal", "private", "memo"],
  audiences: ["team", "my company", "public"],
});

/** What a mark says, besides its place: `open inline for team; wrong: …; proper: …`. */
function shown(mark: Mark): string {
  if (mark.kind === "redacted") return mark.asTag ? "redacted tag" : "redacted";
  const audience = mark.kind === "open" ? mark.audience : undefined;
  const said = [
    `${mark.kind} ${mark.form}`,
    audience === undefined ? "" : ` for ${audience}`,
    mark.fence === undefined ? "" : ` of ${mark.fence}`,
    mark.name === undefined ? "" : ` ${mark.name}`,
    mark.kind === "open" && mark.closed === true ? " closed" : "",
    mark.kind === "open" && !mark.internal ? " of others" : "",
  ].join("");
  const slip = mark.slip === undefined ? "" : `; wrong: ${inEnglish(mark.slip)}`;
  return `${said}${slip}${mark.proper === undefined ? "" : `; proper: ${mark.proper}`}`;
}

/**
 * Checks what stands at a place: `«…»` is the mark, or what begins where none is expected; `$0` is the end of the
 * paragraph, where it is not the end of the text.
 */
export function checkMark(text: string, expected: string | undefined): void {
  const { text: source, spans, cursor } = fixture(text);
  const span = spans[0]!;
  const lineStart = /(?:^|\n)\s*$/.test(source.slice(0, span.from));
  const mark = grammar.markAt(source, span.from, cursor ?? source.length, lineStart);
  expect(mark && shown(mark)).toBe(expected);
  if (mark) expect({ from: mark.from, to: mark.to }).toEqual(span);
}

/** Checks what a line that begins with colons is. `«…»` is its mark. */
export function checkColons(line: string, expected: string | undefined): void {
  const { text, spans } = fixture(line);
  const mark = grammar.colonLine(text.slice(spans[0]!.from), 100);
  expect(mark && shown(mark)).toBe(expected);
  if (mark) expect(mark).toMatchObject({ from: 100, to: 100 + spans[0]!.to - spans[0]!.from });
}
