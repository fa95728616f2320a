import { describe, expect, it } from "vitest";
import type { Agenda, AgendaSession } from "../../server/src/agenda/agenda.js";
import { importEdits } from "../../server/src/agenda/import.js";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { applyEdits } from "../../server/src/text/edit.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

function session(
  id: string,
  day: string | undefined,
  start: string | undefined,
  title: string,
): AgendaSession {
  return {
    id,
    title,
    kind: "breakout",
    speakers: [],
    ...(day === undefined ? {} : { day: `2024-05-${day}` }),
    ...(start === undefined ? {} : { start }),
  };
}

const AGENDA: Agenda = {
  dates: { start: "2024-05-14", end: "2024-05-16" },
  sessions: [
    session("a", "14", "09:00", "Early"),
    session("b", "14", "10:30", "Middle"),
    session("c", "15", "09:00", "Second day"),
    session("d", "16", "09:00", "Third day"),
    session("e", undefined, undefined, "Some time"),
  ],
  problems: [],
};

/** Checks a report after all sessions of the agenda are imported; or why they cannot be. */
function checkImport(report: string, expected: string, format: Format = "markdown"): void {
  const ids = new Set(AGENDA.sessions.map(({ id }) => id));
  const result = importEdits(analyser.analyse(report, format), AGENDA, ids, analyser);
  expect(result.kind === "edits" ? applyEdits(report, result.edits) : result.reason).toBe(expected);
}

const EARLY = `### 09:00 Early {.breakout session="a"}
`;
const MIDDLE = `### 10:30 Middle {.breakout session="b"}
`;
const SECOND = `### 09:00 Second day {.breakout session="c"}
`;
const THIRD = `## Thursday, 2024-05-16

### 09:00 Third day {.breakout session="d"}
`;
const OTHER = `## Other sessions

### Some time {.breakout session="e"}
`;

describe("importing an agenda", () => {
  it("puts sessions below the headings of their days, by time", () => {
    checkImport(
      `# Trip report

## Tuesday

### 9:30 My own talk

Notes.

## Day 2

Rain.

## Action items

- Call them.
`,
      `# Trip report

## Tuesday

${EARLY}
### 9:30 My own talk

Notes.

${MIDDLE}
## Day 2

Rain.

${SECOND}
${THIRD}
${OTHER}
## Action items

- Call them.
`,
    );
  });

  it("begins the days of a report that has none at its end", () => {
    checkImport(
      "# Trip report",
      `# Trip report

## Tuesday, 2024-05-14

${EARLY}
${MIDDLE}
## Wednesday, 2024-05-15

${SECOND}
${THIRD}
${OTHER}`,
    );
    checkImport(
      "",
      `## Tuesday, 2024-05-14\n\n${EARLY}\n${MIDDLE}\n## Wednesday, 2024-05-15\n\n${SECOND}\n${THIRD}\n${OTHER}`,
    );
  });

  it("leaves sessions alone that the report has already", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const report = ids.map((id) => `## Talk {session="${id}"}\n\nNotes.\n`).join("\n");
    checkImport(report, report);
  });

  it("is refused where the sessions would be swallowed, and in plain text", () => {
    checkImport(
      "# Trip report\n\n```\ncode\n",
      "a code block or HTML in the report does not end, and would swallow them",
    );
    checkImport(
      "Keynote\n\nNotes.\n",
      "a report in plain text cannot keep the ids of sessions",
      "plain-text",
    );
  });
});
