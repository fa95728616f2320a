import { describe, expect, it } from "vitest";
import type { Agenda, AgendaSession } from "../../server/src/agenda/agenda.js";
import { inEnglish } from "../../server/src/text/message.js";
import { accepted, changesOf } from "./check.js";

const PLAIN: AgendaSession = {
  id: "s1",
  title: "Ten winters of object storage",
  kind: "keynote",
  day: "2024-05-14",
  start: "09:00",
  end: "09:45",
  room: "Great Hall",
  speakers: [{ name: "Ilse Varnholt", affiliation: "Pelican Grid" }],
};
const SECOND: AgendaSession = {
  id: "s2",
  title: "Cutting the tail",
  kind: "breakout",
  day: "2024-05-15",
  start: "10:00",
  speakers: [],
};

function agendaOf(...sessions: AgendaSession[]): Agenda {
  return { dates: { start: "2024-05-13", end: "2024-05-17" }, sessions, problems: [] };
}

/** Checks the changes of a report, and the report after all of them are accepted. */
function checkSync(report: string, agenda: Agenda, expected: readonly string[], after?: string): void {
  expect(changesOf(report, agenda).map(({ kind, message }) => `${kind}: ${inEnglish(message)}`)).toEqual(
    expected,
  );
  if (after !== undefined) expect(accepted(report, agenda)).toBe(after);
}

const REPORT = `# Trip report

## Tuesday, 2024-05-14

### 09:00 Ten winters of object storage (Ilse Varnholt, Pelican Grid) {.keynote session="s1"}

Time: 09:00–09:45 · Room: Great Hall

Buy when the graph is boring.

:::internal
They want to leave.
:::

## Wednesday, 2024-05-15

### 10:00 Cutting the tail {.breakout session="s2"}

- Retries.
`;

describe("a report and its agenda", () => {
  it("agree where nothing changed", () => {
    checkSync(REPORT, agendaOf(PLAIN, SECOND), []);
  });

  it("differ in title, speakers, time and room", () => {
    const changed = {
      ...PLAIN,
      title: "Eleven *winters*",
      start: "09:30",
      end: "10:15",
      room: "Hall [B]",
      speakers: [{ name: "Ilse Varnholt", affiliation: "Pelican Grid" }, { name: "Jonas Ekwall" }],
    };
    checkSync(
      REPORT,
      agendaOf(changed, SECOND),
      [
        "title: The agenda calls it “Eleven *winters*”",
        "speakers: The agenda names as speakers: Ilse Varnholt, Jonas Ekwall",
        "time: The agenda has it at 09:30, not 09:00",
        "room: The agenda has it in Hall [B], not Great Hall",
      ],
      REPORT.replace(
        "09:00 Ten winters of object storage (Ilse Varnholt, Pelican Grid)",
        "09:30 Eleven \\*winters\\* (Ilse Varnholt, Pelican Grid; Jonas Ekwall)",
      ).replace("Time: 09:00–09:45 · Room: Great Hall", "Time: 09:30–10:15 · Room: Hall \\[B\\]"),
    );
  });

  it("differ in the day: the section moves with all that was written in it", () => {
    const section = REPORT.slice(REPORT.indexOf("### 09:00"), REPORT.indexOf("## Wednesday"));
    checkSync(
      REPORT,
      agendaOf({ ...PLAIN, day: "2024-05-15" }, SECOND),
      ["day: The agenda has it on Wednesday, 2024-05-15, not on Tuesday, 2024-05-14"],
      REPORT.replace(section, "").replace("### 10:00", `${section}### 10:00`),
    );
  });

  it("differ in the day, which has no heading yet", () => {
    expect(accepted(REPORT, agendaOf(PLAIN, { ...SECOND, day: "2024-05-16" }))).toBe(
      REPORT.replace(
        '### 10:00 Cutting the tail {.breakout session="s2"}\n\n- Retries.\n',
        '## Thursday, 2024-05-16\n\n### 10:00 Cutting the tail {.breakout session="s2"}\n\n- Retries.\n',
      ),
    );
  });

  it("do not move a section whose comment ends behind it", () => {
    const report = REPORT.replace("They want to leave.\n:::", "They want to leave.").replace(
      "- Retries.",
      ":::\n\n- Retries.",
    );
    const [change, ...others] = changesOf(report, agendaOf({ ...PLAIN, day: "2024-05-15" }, SECOND));
    expect([change?.kind, change?.edits, others]).toEqual(["day", [], []]);
  });

  it("do not move a section whose code block does not end", () => {
    const report = `${REPORT}\n\`\`\`\ncode\n`;
    const [change] = changesOf(report, agendaOf(PLAIN, { ...SECOND, day: "2024-05-14" }));
    expect([change?.kind, change?.edits]).toEqual(["day", []]);
  });

  it("do not move a section out of a comment", () => {
    const report = REPORT.replace("## Tuesday, 2024-05-14", "## Tuesday, 2024-05-14 {.internal}");
    const [change] = changesOf(report, agendaOf({ ...PLAIN, day: "2024-05-15" }, SECOND));
    expect([change?.kind, change?.edits]).toEqual(["day", []]);
  });

  it("mark what was cancelled, or is not there any more, and unmark it", () => {
    const marked = REPORT.replace("Pelican Grid) {", "Pelican Grid) (cancelled) {").replace(
      "the tail {",
      "the tail (cancelled) {",
    );
    checkSync(
      REPORT,
      agendaOf({ ...PLAIN, cancelled: true }),
      [
        "cancelled: “Ten winters of object storage” was cancelled",
        "missing: “Cutting the tail” (s2) is not in the agenda any more",
      ],
      marked,
    );
    expect(accepted(marked, agendaOf(PLAIN, SECOND))).toBe(REPORT);
  });

  it("insert new sessions by day and time", () => {
    const added: AgendaSession = {
      ...SECOND,
      id: "s3",
      title: "Early bird",
      start: "08:00",
      day: "2024-05-15",
    };
    checkSync(
      REPORT,
      agendaOf(PLAIN, SECOND, added),
      ["added: The agenda has “Early bird” (2024-05-15 08:00), the report does not"],
      REPORT.replace("### 10:00", '### 08:00 Early bird {.breakout session="s3"}\n\n### 10:00'),
    );
  });

  it("leave a heading alone that the writer wrote in another way, and note the change below it", () => {
    const own = REPORT.replace(
      "09:00 Ten winters of object storage (Ilse Varnholt, Pelican Grid)",
      "9:00 **Ten** winters of object storage, the best talk [internal: wow] - Ilse Varnholt",
    );
    const agenda = agendaOf({ ...PLAIN, start: "11:00", end: "11:45" }, SECOND);
    const after = accepted(own, agenda);
    expect(after).toContain("the best talk [internal: wow] - Ilse Varnholt {.keynote");
    expect(after).toContain(
      "}\n\nChanged in the agenda: 11:00 Ten winters of object storage (Ilse Varnholt, Pelican Grid)\n\nTime: 11:00–11:45 ·",
    );
    expect(changesOf(after, agenda)).toEqual([]);
  });

  it("keep what the writer put behind the heading, and the writer's way to write times", () => {
    const own = REPORT.replace("09:00 Ten", "9:00 Ten").replace(
      "Pelican Grid) {",
      "Pelican Grid) (rough notes) {",
    );
    const changed = { ...PLAIN, start: "08:15", end: "09:00", title: "Eleven winters", speakers: [] };
    const after = accepted(own, agendaOf(changed, SECOND));
    expect(after).toContain(
      "\n### 8:15 Eleven winters (Ilse Varnholt, Pelican Grid) (rough notes) {.keynote",
    );
    expect(changesOf(after, agendaOf(changed, SECOND))).toEqual([]);
  });

  it("know nothing of lines that the writer wrote in between", () => {
    const own = REPORT.replace(
      "Time: 09:00–09:45 · Room: Great Hall",
      "I came late.\n\nRoom: too small for all",
    );
    checkSync(own, agendaOf({ ...PLAIN, room: "Annex" }, SECOND), []);
  });

  it("keep the line ends of the report", () => {
    const report = REPORT.replaceAll("\n", "\r\n");
    const agenda = agendaOf({ ...PLAIN, day: "2024-05-17" }, SECOND, { ...SECOND, id: "s4", start: "11:00" });
    expect(accepted(report, agenda).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});
