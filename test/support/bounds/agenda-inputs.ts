import { after, type Family, growing, halves, lines, over } from "./families.js";

const calendar = (family: Family) => after("BEGIN:VCALENDAR\r\n", family, "END:VCALENDAR\r\n");
const event = (of: (n: number) => string): Family =>
  growing((n) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART:20240514T090000Z\r\n${of(n)}\r\nEND:VEVENT\r\n`);
const oneEvent = (start: string, family: Family): Family =>
  calendar(
    after(`BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240514T090000Z\r\n${start}`, family, "\r\nEND:VEVENT\r\n"),
  );

const ical: Record<string, Family> = {
  events: calendar(event((n) => `SUMMARY:Talk ${n} - Anna${n} Example`)),
  "events of one id": calendar(over("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240514T090000Z\r\nEND:VEVENT\r\n")),
  "events of one title": calendar(event(() => "SUMMARY:Talk")),
  "events that come again": calendar(event(() => "RRULE:FREQ=DAILY;COUNT=1000")),
  "events that come again for ever": calendar(event(() => "RRULE:FREQ=SECONDLY")),
  "events moved": calendar(event((n) => `RECURRENCE-ID:20240514T09${10 + (n % 50)}00Z`)),
  "open events": calendar(lines("BEGIN:VEVENT")),
  "ends of events": calendar(lines("END:VEVENT")),
  "nested calendars": lines("BEGIN:VCALENDAR"),
  "nested alarms": oneEvent("", lines("BEGIN:VALARM")),
  "one folded line": oneEvent("SUMMARY:a", over("\r\n a")),
  "one long line": oneEvent("SUMMARY:", over("a – ")),
  "one long description": oneEvent("DESCRIPTION:", over("<b>a</b>")),
  "descriptions left open": calendar(
    event(() => `DESCRIPTION:${"<b id=1><i id=2>".repeat(20)}${"<p>".repeat(20)}`),
  ),
  "parameters of one property": oneEvent("SUMMARY", after("", over(";A=b"), ":c")),
  "quotes in parameters": oneEvent("SUMMARY", after("", over(';A="b'), ":c")),
  attendees: oneEvent("", lines("ATTENDEE;CN=Anna Example:mailto:a@b.example")),
  "excepted days": oneEvent("RRULE:FREQ=DAILY;COUNT=1000\r\nEXDATE:", over("20240515T090000Z,")),
  "more days": oneEvent("RDATE:", over("20240515T090000Z,")),
  zones: calendar(growing((n) => `BEGIN:VTIMEZONE\r\nTZID:z${n}\r\nEND:VTIMEZONE\r\n`)),
  "zones and events": calendar(
    halves(
      growing((n) => `BEGIN:VTIMEZONE\r\nTZID:z${n}\r\nEND:VTIMEZONE\r\n`),
      growing((n) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART;TZID=z${n}:20240514T090000\r\nEND:VEVENT\r\n`),
    ),
  ),
  "one zone of many changes": calendar(
    after(
      "BEGIN:VTIMEZONE\r\nTZID:z\r\n",
      over(
        "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n",
      ),
      "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=z:20240514T090000\r\nEND:VEVENT\r\n",
    ),
  ),
};

const frab = (events: Family) =>
  after(
    '{"schedule": {"conference": {"title": "A", "days": [{"index": 1, "date": "2024-05-14", "rooms": {"Hall": [',
    events,
    '{"id": 0, "title": "z", "date": "2024-05-14T09:00:00"}]}}]}}}',
  );
const talk = (n: number, more = "") =>
  `{"id": ${n}, "title": "Talk ${n}", "date": "2024-05-14T09:00:00", "duration": "00:30"${more}},`;

const json: Record<string, Family> = {
  talks: frab(growing((n) => talk(n))),
  "talks of one id": frab(over(talk(1))),
  "talks of many people": frab(growing((n) => talk(n, `, "persons": [{"public_name": "Anna${n} Example"}]`))),
  "one talk of many people": frab(
    after('{"id": 1, "title": "a", "persons": [', over('{"public_name": "Anna Example"},'), "{}]},"),
  ),
  "one long title": frab(after('{"id": 1, "title": "', over("a – "), '"},')),
  "one abstract of tags": frab(after('{"id": 1, "title": "a", "abstract": "', over("<b>"), '"},')),
  brackets: over("["),
  "nested objects": over('{"a":'),
  "many keys": after(
    '{"a": 1',
    growing((n) => `,"k${n}": 1`),
    "}",
  ),
  sessions: after(
    '{"sessions": [',
    growing((n) => `${talk(n, ', "speakers": [1]')}`),
    '{}], "speakers": []}',
  ),
  "sessions and speakers": after(
    '{"sessions": [',
    halves(
      growing((n) => `{"id": ${n}, "title": "a", "speakers": ["${n}"], "categoryItems": [${n}]},`),
      growing((n) => `{"id": "${n}", "fullName": "Anna Example"},`),
      '{}], "speakers": [',
    ),
    "{}]}",
  ),
};

const xml: Record<string, Family> = {
  talks: after(
    '<schedule><conference><title>A</title></conference><day date="2024-05-14"><room name="Hall">',
    growing((n) => `<event id="${n}"><start>09:00</start><title>Talk ${n}</title></event>`),
    "</room></day></schedule>",
  ),
  nested: after("<schedule>", over("<a>")),
  attributes: after(
    "<schedule",
    growing((n) => ` a${n}="b"`),
    "></schedule>",
  ),
  "one open tag": after("<schedule>", over("<a b='")),
  entities: after("<schedule><title>", over("&amp;"), "</title></schedule>"),
  "open entities": after("<schedule><title>", over("&a"), "</title></schedule>"),
  comments: after("<schedule>", over("<!-- a "), "</schedule>"),
  sections: after("<schedule>", over("<![CDATA["), "</schedule>"),
  ends: after("<schedule>", over("</a>")),
  namespaces: after(
    "<schedule>",
    growing((n) => `<a xmlns:n${n}="b">`),
  ),
};

/** All families of agendas, by the ending that promises one. */
export const agendas: Readonly<Record<string, Readonly<Record<string, Family>>>> = { ics: ical, json, xml };
