import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../../server/src/agenda/formats/index.js";
import { readAgenda } from "../../server/src/agenda/read.js";
import { AGENDA_EXTENSIONS, AGENDA_FORMATS } from "../../server/src/lsp/protocol.js";
import { AGENDAS } from "../fuzz/agendas.js";
import { agendas as BOUNDS } from "../support/bounds/agenda-inputs.js";
import { checkNone } from "./check.js";

describe("a text that is no agenda", () => {
  it("is none, or broken where its name promises one", () => {
    for (const text of [
      "",
      " \n",
      "Keynote (Ada Quill)\n- notes",
      "[internal: a note]",
      "{braces} and notes",
      "\0\0PK\u0003",
    ]) {
      checkNone(text, "none");
      checkNone(text, "none", "notes.txt");
      checkNone(text, /./, "agenda.ics");
      expect(readAgenda(text, "agenda.ics").kind).toBe("broken");
      expect(readAgenda(text, "agenda.json").kind).toBe("broken");
    }
    checkNone("", "it is empty", "agenda.ics");
    checkNone("\0", "it is no text", "agenda.ics");
    checkNone("x".repeat(20_000_001), /larger/);
  });

  it("names each format once", () => {
    const names = formats.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a format", () => {
  const read = formats.filter(({ name }) => name !== "other JSON");
  it("is offered by the dialog and told by its name: lsp/protocol-agenda.ts, cli/commands/new.ts", () => {
    expect([...AGENDA_EXTENSIONS]).toEqual([...new Set(formats.flatMap(({ extensions }) => extensions))]);
    const names = read.map(({ name }) => AGENDA_FORMATS.filter((known) => name.includes(known)));
    expect(names).not.toContainEqual([]);
    expect([...new Set(names.flat())]).toEqual([...AGENDA_FORMATS]);
    // Made of the command line's help, which another test holds.
    const help = readFileSync(new URL("../../docs/command-line.md", import.meta.url), "utf8");
    expect(help).toContain(`an agenda (${AGENDA_FORMATS.join(", ")})`);
  });

  it.each(read)("is tried with random input: $name has an example in test/fuzz/agendas.ts", ({ read }) => {
    const kinds = AGENDAS.map(
      ([name, content]) => read({ content, extension: /[a-z]+$/.exec(name)![0] })?.kind,
    );
    expect(kinds).toContain("agenda");
  });
  it.each(read)("is tried with slow input: $name in test/support/bounds/agenda-inputs.ts", ({ extensions }) =>
    expect(Object.keys(BOUNDS)).toContain(extensions[0]),
  );
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    "BEGIN:VCALENDAR\n",
    "BEGIN:VEVENT\n",
    "END:VEVENT\n",
    "BEGIN:VTIMEZONE\nTZID:X\n",
    "END:VTIMEZONE\n",
    "BEGIN:VALARM\n",
    "UID:a\n",
    "DTSTART:20240514T090000\n",
    "DTSTART;TZID=X:20240514T090000\n",
    "DTSTART:99999999T999999Z\n",
    "DTEND:00000000\n",
    "DURATION:-P9999999D\n",
    "RRULE:FREQ=DAILY;UNTIL=99991231\n",
    "RRULE:FREQ=\n",
    "RECURRENCE-ID:20240514T090000\n",
    "EXDATE:x\n",
    "SUMMARY:Talk\n",
    " folded\n",
    "ATTENDEE;CN=\n",
    "END:VCALENDAR\n",
    '{"schedule":',
    '{"conference":{"days":[',
    '{"sessions":[{"id":1,"title":"T","startsAt":',
    "null}]}",
    "]}}",
    "<schedule>",
    '<day date="2024-05-14"><room name="R"><event id="1"><title>T</title></event>',
    "</room></day></schedule>",
    "<![CDATA[",
  );

  it("is read without an exception, and the same each time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }),
        fc.constantFrom("", "a.ics", "a.json", "a.xml"),
        (parts, name) => {
          const text = parts.join("");
          expect(readAgenda(text, name)).toEqual(readAgenda(text, name));
          expect(readAgenda(`BEGIN:VCALENDAR\n${text}`, name).kind).not.toBe("none");
        },
      ),
      { numRuns: 500 },
    );
  });
});
