import fc from "fast-check";
import { acceptAll } from "../../server/src/agenda/accept.js";
import { composeAgenda } from "../../server/src/agenda/compose.js";
import { readAgenda } from "../../server/src/agenda/read.js";
import { agendaChanges } from "../../server/src/agenda/sync.js";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { pick, sample, type Target } from "./target.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** One agenda of each format that is read. */
export const AGENDAS: readonly (readonly [name: string, text: string])[] = [
  [
    "a.ics",
    [
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Harbour//EN\r\nX-WR-CALNAME:Harbour Days\r\nBEGIN:VTIMEZONE\r\nTZID:Gullhaven",
      "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100",
      "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a1\r\nDTSTART;TZID=Gullhaven:20310514T090000\r\nDTEND:20310514T094500Z",
      "SUMMARY:Ten winters\\, one cluster\r\nLOCATION:Great Hall\r\nRRULE:FREQ=DAILY;COUNT=3\r\nATTENDEE;CN=Ada Brook:mailto:a@b.example",
      "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:b2\r\nDTSTART;VALUE=DATE:20310515\r\nDURATION:PT1H\r\nSUMMARY:Cutting the\r\n  tail\r\nEND:VEVENT",
      "END:VCALENDAR\r\n",
    ].join("\r\n"),
  ],
  [
    "a.json",
    JSON.stringify({
      schedule: {
        version: "1",
        conference: {
          title: "Harbour Days",
          start: "2031-05-14",
          time_zone_name: "Europe/Oslo",
          days: [
            {
              index: 1,
              date: "2031-05-14",
              rooms: {
                Hall: [
                  {
                    id: 1,
                    guid: "g",
                    date: "2031-05-14T09:00:00+02:00",
                    start: "09:00",
                    duration: "00:45",
                    room: "Hall",
                    title: "Ten winters",
                    type: "Talk",
                    persons: [{ id: 2, public_name: "Ada Brook" }],
                  },
                ],
              },
            },
          ],
        },
      },
    }),
  ],
  [
    "a.xml",
    '<?xml version="1.0"?><schedule><conference><title>Harbour Days</title></conference><day index="1" date="2031-05-14"><room name="Hall"><event id="1" guid="g"><date>2031-05-14T09:00:00+02:00</date><start>09:00</start><duration>00:45</duration><title>Ten &amp; winters</title><type>Talk</type><persons><person id="2">Ada Brook</person></persons></event></room></day></schedule>',
  ],
  [
    "b.json",
    JSON.stringify([
      {
        date: "2031-05-14T00:00:00",
        rooms: [
          {
            id: 1,
            name: "Hall",
            sessions: [
              {
                id: "1",
                title: "Ten winters",
                startsAt: "2031-05-14T09:00:00",
                endsAt: "2031-05-14T09:45:00",
                speakers: [{ id: "x", name: "Ada Brook" }],
                room: "Hall",
              },
            ],
          },
        ],
      },
    ]),
  ],
];
const PIECES = [
  ...[
    "",
    "0",
    "-1",
    "1e999",
    "null",
    "[]",
    "{}",
    '"',
    "<",
    ">",
    "&",
    "&#0;",
    "]]>",
    "\r\n ",
    ";",
    ":",
    ",",
    "\\n",
    "\u0000",
    "\ud800",
  ],
  ...[
    "RRULE:FREQ=SECONDLY\r\n",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n",
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "99999999",
    "T25",
  ],
  ...[
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<event>",
    "</room>",
    '"__proto__":{"polluted":1},',
    "[internal: x]",
    "## H {.internal}",
    ":::internal",
  ],
];
const cuts = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 60 })),
    insert: fc.constantFrom(...PIECES),
    again: fc.nat({ max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A damaged agenda is read, told to be broken, or none; what is read can be written, read again and kept in step with. */
export const agendas: Target = {
  name: "agendas",
  try(seed, world) {
    const [name, text] = pick(AGENDAS, seed);
    const reading = readAgenda(damaged(text, seed), seed % 9 === 0 ? "" : name);
    if (Object.getPrototypeOf({}).polluted !== undefined) return ["prototypes are changed"];
    if (reading.kind !== "agenda") return [];
    const { agenda } = reading;
    const wrong: string[] = [];
    const composed = `# T\n\n${composeAgenda(agenda)}`;
    const comments = analyser.analyse(composed, "markdown").report.comments.length;
    if (comments > 0) wrong.push("the agenda's words are comments of the report");
    const changes = agendaChanges(analyser.analyse(composed, "markdown"), agenda, analyser);
    if (changes.length > 0)
      wrong.push(`composed anew it differs: ${changes.map(({ kind }) => kind).join(", ")}`);
    const { text: report } = pick(world.reports, seed);
    applyEdits(
      report,
      acceptAll(analyser.analyse(report, "markdown"), agenda, analyser, () => true),
    );
    return wrong;
  },
};

function damaged(text: string, seed: number): string {
  if (text.startsWith("BEGIN") || text.startsWith("<") || seed % 5 === 0) return cutUp(text, seed);
  const data: unknown = JSON.parse(text);
  for (const { at, insert } of sample(cuts, seed)) replaceOne(data, at, pick([...ODD, insert], at));
  return JSON.stringify(data);
}

/** Values that no agenda has at most places. */
const ODD = [
  null,
  true,
  0,
  -1,
  1e300,
  "",
  [],
  {},
  [null],
  "2031-05-14",
  "25:61",
  "09:00",
  "javascript:x",
  "a".repeat(5000),
];

/** Puts a value in the place of another, somewhere in a value. */
function replaceOne(data: unknown, at: number, by: unknown): void {
  let holder = data as Record<string, unknown>;
  for (let rest = at; ; rest = Math.floor(rest / 3)) {
    const keys = Object.keys(holder);
    const key = pick(keys, rest);
    const inside = holder[key];
    const isHolder = typeof inside === "object" && inside !== null && Object.keys(inside).length > 0;
    if (!isHolder || rest % 7 === 6) {
      holder[key] = structuredClone(by);
      return;
    }
    holder = inside as Record<string, unknown>;
  }
}

function cutUp(text: string, seed: number): string {
  let result = text;
  for (const { at, length, insert, again } of sample(cuts, seed)) {
    const from = at % (result.length + 1);
    const taken = result.slice(from, from + length);
    result = result.slice(0, from) + insert + taken.repeat(again) + result.slice(from + length);
  }
  return result;
}
