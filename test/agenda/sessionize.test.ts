import { describe, it } from "vitest";
import { checkNone, checkSessions } from "./check.js";

const SESSION = {
  id: "101",
  title: "Ten winters",
  description: "<p>About.</p>",
  startsAt: "2024-05-14T09:00:00",
  endsAt: "2024-05-14T09:45:00",
  isServiceSession: false,
  isPlenumSession: false,
  speakers: ["u-1", "u-9"],
  categoryItems: [11, 12],
  roomId: 3,
  status: "Accepted",
};
const ALL = {
  sessions: [
    SESSION,
    {
      ...SESSION,
      id: 102,
      title: "Lunch",
      isServiceSession: true,
      isPlenumSession: true,
      speakers: [],
      startsAt: "2024-05-14T12:00:00Z",
      endsAt: null,
      categoryItems: [],
    },
    {
      ...SESSION,
      id: "103",
      title: "Welcome",
      isPlenumSession: true,
      startsAt: null,
      endsAt: null,
      speakers: null,
      categoryItems: null,
      roomId: null,
    },
    { ...SESSION, id: "104", title: null },
    { id: "105" },
  ],
  speakers: [
    {
      id: "u-1",
      firstName: "Ilse",
      lastName: "Varnholt",
      fullName: "Ilse Varnholt",
      tagLine: "CTO at Pelican Grid",
    },
    { id: "u-2", fullName: "Jonas Tandt", tagLine: "Loves boats, coffee and clouds" },
  ],
  categories: [
    { id: 1, title: "Session format", items: [{ id: 11, name: "Keynote" }] },
    { id: 2, title: "Track", items: [{ id: 12, name: "Storage" }] },
  ],
  rooms: [{ id: 3, name: "Great Hall" }],
};

describe("Sessionize", () => {
  it("gives sessions of the view All, their references looked up", () => {
    checkSessions(
      JSON.stringify(ALL),
      [
        "101 | keynote | 2024-05-14 09:00-09:45 | Great Hall | Storage | Ten winters | Ilse Varnholt, CTO, Pelican Grid",
        "102 | logistics | 2024-05-14 12:00 | Great Hall | Lunch",
        "103 | keynote | Welcome",
      ],
      [
        "session 4: title is missing or not as Sessionize has it",
        "session 5: title is missing or not as Sessionize has it",
      ],
    );
  });

  it("gives sessions of the views by day and by group, a plenary session once", () => {
    const own = {
      ...SESSION,
      speakers: [{ id: "u-1", name: "Ilse Varnholt" }],
      room: "Great Hall",
      categories: [{ id: 1, name: "Session format", categoryItems: [{ id: 5, name: "Workshop" }] }],
    };
    const expected = ["101 | workshop | 2024-05-14 09:00-09:45 | Great Hall | Ten winters | Ilse Varnholt"];
    const rooms = [
      { id: 3, name: "Great Hall", sessions: [own], hasOnlyPlenumSessions: false },
      { id: 4, name: "Annex", sessions: [own] },
    ];
    checkSessions(
      JSON.stringify([{ date: "2024-05-14T00:00:00", isDefault: true, rooms, timeSlots: [] }]),
      expected,
    );
    checkSessions(
      JSON.stringify([{ groupId: null, groupName: "All", sessions: [own], isDefault: true }]),
      expected,
    );
    checkNone('[{"rooms": [{"sessions": 3, "startsAt": 1}]}]', /is not as Sessionize has it$/);
  });
});
