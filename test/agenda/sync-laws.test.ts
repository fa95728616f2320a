import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agenda } from "../../server/src/agenda/agenda.js";
import { composeAgenda } from "../../server/src/agenda/compose.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { analyse } from "../support/check.js";
import { hostileAgenda, realAgenda } from "./arbitrary.js";
import { accepted, changesOf } from "./check.js";

/** What a writer types below a heading; every piece is unique in its report. */
const written = fc.constantFrom(
  "Paragraph NUM about what was said.",
  "- item NUM\n- another",
  "> quote NUM",
  ":::internal\nsecret NUM\n:::",
  "[internal: aside NUM] and text",
  "#### Questions NUM\n\nAnswer.",
  "```\ncode NUM\n# no heading\n```",
  "<internal>\n\nhidden NUM\n\n</internal>",
  "| a | NUM |\n|---|---|\n| 1 | 2 |",
  "Speaker notes NUM: **bold**",
);

/** A report made of an agenda with something written below each session. */
function withNotes(agenda: Agenda, notes: readonly string[]): { text: string; notes: Map<string, string> } {
  const byId = new Map<string, string>();
  let count = 0;
  const text = composeAgenda(agenda).replace(
    /^### .*\{\.\w+ session="(\w+)"\}\n(?:\n(?:Time|Room|Speakers?|\[Programme).*\n)*/gm,
    (block, id: string) => {
      const note = notes[count % notes.length]!.replaceAll("NUM", `n${count++}`);
      byId.set(id, note);
      return `${block}\n${note}\n`;
    },
  );
  return { text: `# Trip report\n\n${text}`, notes: byId };
}

/** Where each session's own text stands: what was written below the heading with its id. */
function notesBelow(text: string, notes: ReadonlyMap<string, string>): void {
  const headings = [...text.matchAll(/^### .*\{\.\w+ session="(\w+)"\}$|^## .*$/gm)];
  for (const [id, note] of notes) {
    const at = headings.findIndex((heading) => heading[1] === id);
    expect(at, id).toBeGreaterThan(-1);
    const body = text.slice(headings[at]!.index, headings[at + 1]?.index ?? text.length);
    expect(body.includes(`\n${note}\n`), `${id} keeps ${note} in ${body}`).toBe(true);
  }
}

/** The comments of a report, in any order. */
function commentsOf(text: string): string[] {
  return analyse(text)
    .report.comments.map(
      ({ form, audience, from, to }) => `${form} ${audience} ${text.slice(from, to).trim()}`,
    )
    .sort();
}

/** An agenda and what became of it: some sessions others, some gone, some new. */
function changed(kind: fc.Arbitrary<Agenda>) {
  return fc.record({ before: kind, after: kind, notes: fc.array(written, { minLength: 1, maxLength: 4 }) });
}

for (const [name, kind] of [
  ["programmes as they are", realAgenda],
  ["hostile programmes", hostileAgenda],
] as const)
  describe(`laws of comparing, for ${name}`, () => {
    it("a composed report agrees with its agenda", () => {
      fc.assert(
        fc.property(kind, (agenda) => {
          const open = { ...agenda, sessions: agenda.sessions.map((s) => ({ ...s })) };
          expect(changesOf(composeAgenda(open), open)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    });

    it("accepting all leaves no difference, and all that was written", () => {
      fc.assert(
        fc.property(changed(kind), ({ before, after, notes }) => {
          const report = withNotes(before, notes);
          const text = accepted(report.text, after);
          expect(changesOf(text, after).filter(({ edits }) => edits.length > 0)).toEqual([]);
          expect(changesOf(text, after)).toEqual([]);
          notesBelow(text, report.notes);
          expect(commentsOf(text)).toEqual(commentsOf(report.text));
        }),
        { numRuns: 25 },
      );
    });

    it("accepting any, one after the other, leaves all that was written", () => {
      fc.assert(
        fc.property(
          changed(kind),
          fc.array(fc.nat(), { maxLength: 8 }),
          ({ before, after, notes }, picks) => {
            const report = withNotes(before, notes);
            let { text } = report;
            for (const pick of picks) {
              const changes = changesOf(text, after);
              const change = changes[pick % Math.max(1, changes.length)];
              if (change) text = applyEdits(text, change.edits);
            }
            notesBelow(text, report.notes);
          },
        ),
        { numRuns: 25 },
      );
    });
  });
