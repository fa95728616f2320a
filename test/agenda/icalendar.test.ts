import { describe, expect, it } from "vitest";
import { agendaIn, checkNone, checkSessions } from "./check.js";

const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Gullhaven
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE`;

/** A calendar of entries, each given by its lines. */
function calendar(events: readonly string[], head = ""): string {
  const entries = events.map((lines) => `BEGIN:VEVENT\n${lines}\nEND:VEVENT`);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Harbour//EN", head, ...entries, "END:VCALENDAR", ""]
    .filter((part, at, all) => part !== "" || at === all.length - 1)
    .join("\r\n")
    .replace(/\r?\n/g, "\r\n");
}

describe("iCalendar", () => {
  it("gives title, day, times, room, link and status", () => {
    const agenda = checkSessions(
      calendar(
        [
          "UID:a1@harbour.example\nDTSTART:20240514T090000\nDTEND:20240514T094500\nSUMMARY:Ten winters\\, one cluster\nLOCATION:Great Hall\nURL:https://harbour.example/a1\nCATEGORIES:Keynote",
          "UID:b2@harbour.example\nDTSTART:20240515T090000\nDURATION:PT1H\nSUMMARY:Cutting the tail\nSTATUS:CANCELLED",
          "UID:c3\nDTSTART;VALUE=DATE:20240516\nSUMMARY:Hack day",
        ],
        "X-WR-CALNAME:Harbour Days 2024\nX-WR-TIMEZONE:Europe/Oslo",
      ),
      [
        "a1-harbour-example | keynote | 2024-05-14 09:00-09:45 | Great Hall | Keynote | Ten winters, one cluster | https://harbour.example/a1",
        "b2-harbour-example | breakout | 2024-05-15 09:00-10:00 | Cutting the tail | cancelled",
        "c3 | workshop | 2024-05-16 | Hack day",
      ],
    );
    expect(agenda.title).toBe("Harbour Days 2024");
    expect(agenda.dates).toEqual({ start: "2024-05-14", end: "2024-05-16" });
  });

  it("takes speakers from titles, descriptions and attendees that are people", () => {
    checkSessions(
      calendar([
        "UID:one\nDTSTART:20240514T090000\nSUMMARY:Cutting the tail - Maria Okafor",
        "UID:two\nDTSTART:20240514T100000\nSUMMARY:Schema changes (Thomas Bielik\\, Quayside Bank)",
        "UID:three\nDTSTART:20240514T110000\nSUMMARY:What caches forgot\nDESCRIPTION:<p>About caches.</p><p><b>Speakers:</b> Priya Lindqvist (Larkfield Systems)</p>",
        'UID:four\nDTSTART:20240514T120000\nSUMMARY:Queues\nATTENDEE;CN="Jonas Marchetti":mailto:j@harbour.example\nORGANIZER;CN=Harbour Days Team:mailto:team@harbour.example',
      ]),
      [
        "one | breakout | 2024-05-14 09:00 | Cutting the tail | Maria Okafor",
        "two | breakout | 2024-05-14 10:00 | Schema changes | Thomas Bielik, Quayside Bank",
        "three | breakout | 2024-05-14 11:00 | What caches forgot | Priya Lindqvist, Larkfield Systems",
        "four | breakout | 2024-05-14 12:00 | Queues | Jonas Marchetti",
      ],
    );
  });

  it("gives times of the place, also for entries in UTC, by the calendar's own zone or the platform's", () => {
    const events = [
      "UID:one\nDTSTART;TZID=Europe/Gullhaven:20240514T090000\nSUMMARY:Local",
      "UID:two\nDTSTART:20240514T080000Z\nDTEND:20240514T083000Z\nSUMMARY:Universal",
      "UID:three\nDTSTART:20241114T230000Z\nSUMMARY:After midnight in winter",
    ];
    checkSessions(calendar(events, ZONE), [
      "one | breakout | 2024-05-14 09:00 | Local",
      "two | breakout | 2024-05-14 10:00-10:30 | Universal",
      "three | breakout | 2024-11-15 00:00 | After midnight in winter",
    ]);
    checkSessions(calendar(events.slice(1, 2), "X-WR-TIMEZONE:Asia/Tokyo"), [
      "two | breakout | 2024-05-14 17:00-17:30 | Universal",
    ]);
    checkSessions(calendar(events.slice(1, 2), "X-WR-TIMEZONE:Nowhere/Else"), [
      "two | breakout | 2024-05-14 08:00-08:30 | Universal",
    ]);
  });

  it("expands what recurs, without what is excluded, and with what replaces an occurrence", () => {
    checkSessions(
      calendar([
        "UID:standup\nDTSTART:20240514T083000\nDTEND:20240514T084500\nRRULE:FREQ=DAILY\nEXDATE:20240515T083000\nSUMMARY:Morning round",
        "UID:standup\nRECURRENCE-ID:20240516T083000\nDTSTART:20240516T100000\nDTEND:20240516T101500\nSUMMARY:Late round",
        "UID:last\nDTSTART:20240517T170000\nSUMMARY:Farewell",
      ]),
      [
        "standup-20240514T0830 | breakout | 2024-05-14 08:30-08:45 | Morning round",
        "standup-20240516T0830 | breakout | 2024-05-16 10:00-10:15 | Late round",
        "standup-20240517T0830 | breakout | 2024-05-17 08:30-08:45 | Morning round",
        "last | breakout | 2024-05-17 17:00 | Farewell",
      ],
    );
  });

  it("reads no more than a hundred occurrences, and no rule that has no end", () => {
    const daily = "UID:x\nDTSTART:20240101T090000\nRRULE:FREQ=DAILY;COUNT=100000\nSUMMARY:Again";
    const late = "UID:y\nDTSTART:20340101T090000\nSUMMARY:Late";
    expect(agendaIn(calendar([daily, late])).sessions.length).toBe(101);
    expect(agendaIn(calendar([daily])).sessions.length).toBe(32);
    for (const rule of [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=SECONDLY",
      "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
      "FREQ=WEEKLY;BYSETPOS=9",
      "FREQ=DAILY;INTERVAL=99999999",
    ])
      checkSessions(
        calendar([`UID:x\nDTSTART:20240514T090000\nRRULE:${rule}\nSUMMARY:Odd`]),
        ["x-20240514T0900 | breakout | 2024-05-14 09:00 | Odd"],
        ["entry x after its first time: it recurs by a rule that a conference has no use for"],
      );
  });

  it("leaves out the entries that cannot be read, and says which", () => {
    checkSessions(
      calendar([
        "UID:good\nDTSTART:20240514T090000\nSUMMARY:A folded\n  title with a line\n that has no fold: true\nDESCRIPTION:first\nsecond line that nobody escaped",
        "UID:bad\nDTSTART:tomorrow at nine\nSUMMARY:No time",
        "UID:late\nSUMMARY:No start at all",
        "DTSTART:20240514T110000\nUID:untitled",
        "UID:odd\nDTSTART:20240514T120000\nSUMMARY;=;:Odd parameters",
      ]),
      ["good | breakout | 2024-05-14 09:00 | A folded title with a linethat has no fold: true"],
      [
        "entry bad: it has no start that can be read",
        "entry late: it has no start that can be read",
        "entry odd: its lines are not well-formed",
        "entry untitled: it has no title",
      ],
    );
  });

  it("reads what there is of a file that ends too early", () => {
    const whole = calendar([
      "UID:one\nDTSTART:20240514T090000\nSUMMARY:One",
      "UID:two\nDTSTART:20240514T100000\nSUMMARY:Two",
    ]);
    checkSessions(
      whole.slice(0, whole.indexOf("SUMMARY:Two")),
      ["one | breakout | 2024-05-14 09:00 | One"],
      ["entry two: it does not end"],
    );
    checkNone("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "the calendar has no entries");
    checkNone("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x", "nothing could be read: entry x: it does not end");
  });

  it("reads 5,000 entries", () => {
    const events = Array.from(
      { length: 5000 },
      (_, at) =>
        `UID:e${at}\nDTSTART;TZID=Europe/Gullhaven:202405${14 + (at % 4)}T0900${String(at % 60).padStart(2, "0")}\nSUMMARY:Talk ${at} - Maria Okafor\nLOCATION:Room ${at % 20}\nDESCRIPTION:${"About queues\\, and more. ".repeat(10)}`,
    );
    const content = calendar(events, ZONE);
    expect(agendaIn(content).sessions.length).toBe(5000);
  });
});
