import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeAgenda } from "../../server/src/agenda/compose.js";
import { readAgenda } from "../../server/src/agenda/read.js";
import { weekdayName } from "../../server/src/report/days.js";
import { allSections } from "../../server/src/report/model.js";
import { analyse } from "../support/check.js";
import { hostileAgenda, hostileText, realAgenda } from "./arbitrary.js";

/** What recognition finds of each session, by its id. */
function sessionsIn(markdown: string) {
  return allSections(analyse(markdown).report.sections).flatMap((section) => {
    const { attributes, title, kind, day, time, speakers } = section;
    const id = attributes && /session="([^"]*)"/.exec(markdown.slice(attributes.from, attributes.to))?.[1];
    const people = speakers.map(({ name, affiliation }) => ({
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
    }));
    return id === undefined ? [] : [{ id, title, kind, day, time, speakers: people }];
  });
}

describe("a composed agenda", () => {
  it("is read back with the same day, time, kind, title and speakers", () => {
    fc.assert(
      fc.property(realAgenda, (agenda) => {
        const markdown = composeAgenda(agenda);
        expect(sessionsIn(markdown)).toEqual(
          agenda.sessions.map(({ id, title, kind, day, start, speakers }) => ({
            id,
            title,
            kind,
            day: weekdayName(day!),
            time: start,
            speakers,
          })),
        );
        expect(analyse(markdown).report.comments).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("holds no comment, HTML or heading that comes out of a text of the agenda", () => {
    fc.assert(
      fc.property(hostileAgenda, (agenda) => {
        const markdown = composeAgenda(agenda);
        const { report, syntax } = analyse(markdown);
        expect(report.comments).toEqual([]);
        expect(report.hidden).toEqual([]);
        expect(report.commentsInCode).toEqual([]);
        expect(report.strayCloses).toEqual([]);
        expect(sessionsIn(markdown).map(({ id, kind }) => [id, kind])).toEqual(
          agenda.sessions.map(({ id, kind }) => [id, kind]),
        );
        const days = new Set(agenda.sessions.map(({ day }) => day)).size;
        expect(allSections(report.sections).length).toBe(days + agenda.sessions.length);
        const names = new Set<string>();
        syntax.tree.iterate({ enter: ({ name }) => void names.add(name) });
        for (const name of ["HTMLBlock", "HTMLTag", "Image", "FencedCode", "InlineCode", "Emphasis", "Table"])
          expect([...names]).not.toContain(name);
      }),
      { numRuns: 80 },
    );
  });

  it("has ids that stand in attributes whatever the format gave", () => {
    fc.assert(
      fc.property(hostileText, fc.string({ unit: "binary" }), (a, b) => {
        const content = JSON.stringify([
          {
            sessions: [
              { id: a, title: "One", startsAt: "2024-05-14T09:00:00" },
              { id: b, title: "Two" },
            ],
          },
        ]);
        const reading = readAgenda(content);
        expect(reading.kind).toBe("agenda");
        if (reading.kind !== "agenda") return;
        const { sessions } = reading.agenda;
        const markdown = composeAgenda(reading.agenda);
        expect(sessionsIn(markdown).map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
        expect(analyse(markdown).report.comments).toEqual([]);
        expect(readAgenda(content)).toEqual(reading);
      }),
      { numRuns: 60 },
    );
  });
});
