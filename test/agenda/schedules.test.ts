import { describe, expect, it } from "vitest";
import { checkNone, checkSessions } from "./check.js";

const EVENT = {
  guid: "0f8fad5b-d9cb-469f-a165-70867728950e",
  code: "KX7TPL",
  id: 41,
  date: "2024-05-14T09:00:00+02:00",
  start: "09:00",
  duration: "00:45",
  room: "Great Hall",
  url: "https://talks.harbour.example/2024/talk/KX7TPL/",
  title: "Ten winters &amp; one cluster",
  subtitle: "",
  track: "Storage",
  type: "Keynote",
  persons: [{ code: "ABC", name: "Ilse Varnholt", public_name: "Ilse Varnholt", biography: null }],
};

function schedule(events: readonly unknown[], conference: object = {}): string {
  return JSON.stringify({
    $schema: "https://c3voc.de/schedule/schema.json",
    schedule: {
      version: "0.9",
      base_url: "https://talks.harbour.example/2024/",
      conference: {
        acronym: "harbour",
        title: "Harbour Days 2024",
        start: "2024-05-14",
        end: "2024-05-15",
        days: [
          { index: 1, date: "2024-05-14", rooms: { "Great Hall": events } },
          { index: 2, date: "2024-05-15", rooms: {} },
        ],
        ...conference,
      },
    },
  });
}

describe("a schedule of frab or pretalx in JSON", () => {
  it("gives sessions and facts", () => {
    const agenda = checkSessions(schedule([EVENT], { venue: "Customs House", city: "Gullhaven" }), [
      "41 | keynote | 2024-05-14 09:00-09:45 | Great Hall | Storage | Ten winters & one cluster | Ilse Varnholt | https://talks.harbour.example/2024/talk/KX7TPL/",
    ]);
    expect(agenda).toMatchObject({
      title: "Harbour Days 2024",
      location: "Customs House, Gullhaven",
      dates: { start: "2024-05-14", end: "2024-05-15" },
      website: "https://talks.harbour.example/2024/",
    });
  });

  it("reads what older and other exports make of it", () => {
    checkSessions(
      schedule([
        {
          id: 1,
          start: "25:00",
          duration: "x",
          title: { en: "By language", de: "Nach Sprache" },
          persons: [{ full_public_name: "Ada Quill" }],
        },
        {
          id: 2,
          date: "2024-05-15T00:30:00+02:00",
          start: "00:30",
          duration: "1:00:00",
          title: "After midnight",
          track: { en: "Night" },
          persons: ["Jonas Tandt"],
        },
        { id: 3, start: "9:05", duration: "1:30", title: "Workshop: knots", type: "workshop", persons: null },
        { id: 3, start: "10:05", title: "Twice the same number", room: null, track: null },
        { id: 4, start: "11:00", title: "Knots II (cancelled)" },
      ]),
      [
        "3 | workshop | 2024-05-14 09:05-10:35 | Great Hall | Workshop: knots",
        "3-2 | breakout | 2024-05-14 10:05 | Great Hall | Twice the same number",
        "4 | breakout | 2024-05-14 11:00 | Great Hall | Knots II | cancelled",
        "1 | breakout | 2024-05-14 | Great Hall | By language | Ada Quill",
        "2 | breakout | 2024-05-15 00:30 | Great Hall | Night | After midnight | Jonas Tandt",
      ],
    );
  });

  it("leaves out events without a title, and says which", () => {
    checkSessions(
      schedule([EVENT, { id: 5 }, null, "words"]),
      [
        "41 | keynote | 2024-05-14 09:00-09:45 | Great Hall | Storage | Ten winters & one cluster | Ilse Varnholt | https://talks.harbour.example/2024/talk/KX7TPL/",
      ],
      [2, 3, 4].map((entry) => `day 1, room “Great Hall”, entry ${entry}: it has no title`),
    );
  });

  it("is told to be broken with the place", () => {
    checkNone(schedule([EVENT]).slice(0, -40), /^the JSON is not well-formed/);
    checkNone(
      '{"schedule": {"conference": {"days": 3}}}',
      "schedule.conference.days is not as a schedule has it",
    );
    checkNone('{"schedule": 7}', "schedule is not as a schedule has it");
    checkNone('{\n"schedule":\n oops}', "the JSON is not well-formed (line 3)");
    checkNone(schedule([]), "it holds no session");
    checkNone('{"some": "thing"}', "the JSON is no schedule of frab, pretalx or Sessionize");
  });
});

const XML = `<?xml version="1.0" encoding="utf-8"?>
<schedule>
  <generator name="pretalx" version="2024.1"/>
  <conference><title>Harbour Days 2024</title><start>2024-05-14</start><end>2024-05-15</end><city>Gullhaven</city></conference>
  <day index="1" date="2024-05-14" start="2024-05-14T04:00:00+02:00">
    <room name="Great Hall">
      <event guid="0f8fad5b" id="41">
        <date>2024-05-14T09:00:00+02:00</date><start>09:00</start><duration>00:45</duration>
        <title>Ten winters &amp; one cluster</title><track>Storage</track><type>Keynote</type>
        <persons><person id="7">Ilse Varnholt</person><person id="8">  </person></persons>
      </event>
      <event id="42"><start>10:00</start><duration>0:30</duration><room>Annex</room><title><![CDATA[Tags <b> & more]]></title></event>
      <event id="43"><start>11:00</start><title/></event>
    </room>
  </day>
</schedule>
`;

describe("a schedule of frab or pretalx in XML", () => {
  it("gives sessions and facts", () => {
    const agenda = checkSessions(
      XML,
      [
        "41 | keynote | 2024-05-14 09:00-09:45 | Great Hall | Storage | Ten winters & one cluster | Ilse Varnholt",
        "42 | breakout | 2024-05-14 10:00-10:30 | Annex | Tags <b> & more",
      ],
      ["event 43: it has no title"],
    );
    expect(agenda).toMatchObject({ title: "Harbour Days 2024", location: "Gullhaven" });
  });

  it("is refused with entities of its own, which would be terabytes", () => {
    const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "&a${at};&a${at};&a${at};">`);
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">${entities.join("")}]><schedule><title>&a30;</title></schedule>`;
    checkNone(bomb, "it declares a document type, which is not read");
    const names = Array.from({ length: 200 }, (_, at) => `<a xmlns:n${at}="b">`).join("");
    checkNone(`<schedule>${names}`, "it declares more namespaces than a schedule has");
  });

  it("is told to be broken with the place", () => {
    checkNone(XML.slice(0, 700), "the XML is not well-formed: it ends too early");
    checkNone(
      XML.replace("</start><duration>00:45", "</stop><duration>00:45"),
      /^the XML is not well-formed/,
    );
    checkNone('<?xml version="1.0"?><rss><item/></rss>', "the XML is no schedule of frab or pretalx");
    checkNone('<?xml version="1.0"?><schedule/>', "it holds no session");
    checkNone(`${"<schedule>".repeat(50_000)}`, /well-formed/);
  });
});
