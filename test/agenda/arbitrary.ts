import fc from "fast-check";
import type { Agenda, AgendaSession, AgendaSpeaker } from "../../server/src/agenda/agenda.js";
import { webAddress } from "../../server/src/agenda/values.js";
import { iso } from "../../server/src/report/days.js";

const GIVEN = ["Ada", "Grace", "Ivan", "Maria", "Thomas", "Priya", "Jonas", "Sofia"];
const FAMILY = ["Varnholt", "Ekwall", "Bielik", "Okafor", "Lindqvist", "Marchetti", "Tandt", "Quill"];
const COMPANIES = ["Pelican Grid", "Quayside Bank", "Larkfield Systems", "University of Gullhaven"];
const SUBJECTS = [
  "Ten winters of object storage",
  "Cutting the tail of a long queue",
  "Schema changes without a window",
  "What our caches forgot",
  "Why C++ is still here",
  "Retries, timeouts and other sorrows",
  "A tour of std::vector growth",
  "Reading logs [the slow way]",
  "Cheap * fast * good",
  "How we_name_things",
  "Queues & locks",
];
const ROOMS = ["Great Hall", "Room 2.13", "Harbour [east]", "Atrium"];

/** Names, titles and rooms as programmes have them: what is read back must be the same. */
const speaker: fc.Arbitrary<AgendaSpeaker> = fc
  .record({
    given: fc.constantFrom(...GIVEN),
    family: fc.constantFrom(...FAMILY),
    affiliation: fc.option(fc.constantFrom(...COMPANIES), { nil: undefined }),
  })
  .map(({ given, family, affiliation }) => ({
    name: `${given} ${family}`,
    ...(affiliation === undefined ? {} : { affiliation }),
  }));

const time = fc
  .record({ hour: fc.integer({ min: 8, max: 20 }), past: fc.constantFrom("00", "05", "30", "45") })
  .map(({ hour, past }) => `${String(hour).padStart(2, "0")}:${past}`);

/** Pieces that try to be Markdown, HTML, attributes or comments. */
const HOSTILE = [
  "[internal: ours]",
  "[intenral: ours]",
  "[private",
  "> [!INTERNAL]",
  ":::internal",
  "<internal>",
  "</internal>",
  "<!-- internal: x",
  "-->",
  "{.internal}",
  "{>>",
  "<<}",
  "%%",
  "%%%",
  "# ",
  "\n## Injected",
  "```",
  "`",
  "**",
  "__",
  "~~",
  "\\",
  "\\[internal: x\\]",
  "&lt;internal&gt;",
  "&#91;internal: x",
  "<script>alert(1)</script>",
  "![x](https://a.example/b.png)",
  "[x](javascript:alert(1))",
  "[redacted]",
  "<Redacted comments>",
  "█████",
  "---",
  "09:00",
  "PM",
  "(Ada Varnholt)",
  "| a |",
  "\u202e",
  "\u2028",
  "\ud800",
  " - ",
  ": ",
  "12. ",
  '"',
  'session="x"',
  "words",
  "日本語",
];

const realTitle = fc.constantFrom(...SUBJECTS);
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 5 })
  .chain((pieces) => fc.constantFrom("", " ").map((between) => `T${pieces.join(between)}`));

const KINDS = ["keynote", "breakout", "panel", "workshop"] as const;

/** One session; `title` and `room` decide how tame it is. */
function session(
  title: fc.Arbitrary<string>,
  room: fc.Arbitrary<string>,
  person: fc.Arbitrary<AgendaSpeaker>,
): fc.Arbitrary<AgendaSession> {
  return fc
    .record({
      id: fc.integer({ min: 1, max: 99 }),
      title,
      kind: fc.constantFrom(...KINDS),
      day: fc.integer({ min: 13, max: 16 }),
      start: time,
      room: fc.option(room, { nil: undefined }),
      speakers: fc.uniqueArray(person, { maxLength: 3, selector: ({ name }) => name }),
      url: fc.option(
        room.map((name) => webAddress(`https://harbour.example/talks/${name}?q=${name}#${name}`)),
        { nil: undefined },
      ),
      cancelled: fc.boolean(),
    })
    .map(({ id, day, room, url, cancelled, ...rest }) => ({
      ...rest,
      id: `s${id}`,
      day: iso(2024, 5, day),
      end: `${String(Number(rest.start.slice(0, 2)) + 1).padStart(2, "0")}:00`,
      ...(room === undefined ? {} : { room }),
      ...(url === undefined ? {} : { url }),
      ...(cancelled ? { cancelled: true as const } : {}),
    }));
}

function agenda(sessions: fc.Arbitrary<AgendaSession>): fc.Arbitrary<Agenda> {
  return fc.uniqueArray(sessions, { minLength: 1, maxLength: 10, selector: ({ id }) => id }).map((list) => ({
    title: "Harbour Days 2024",
    dates: { start: "2024-05-13", end: "2024-05-16" },
    sessions: [...list].sort((a, b) => `${a.day} ${a.start}`.localeCompare(`${b.day} ${b.start}`)),
    problems: [],
  }));
}

/** An agenda as organisers write it. */
export const realAgenda: fc.Arbitrary<Agenda> = agenda(
  session(realTitle, fc.constantFrom(...ROOMS), speaker),
);
/** An agenda whose texts try to be something else; texts on one line, as readers leave them. */
const oneLined = hostileText.map((text) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\u202e\s]+/gu, " ")
    .trim(),
);
const hostilePerson: fc.Arbitrary<AgendaSpeaker> = fc
  .record({ name: oneLined, affiliation: fc.option(oneLined, { nil: undefined }) })
  .map(({ name, affiliation }) => (affiliation === undefined ? { name } : { name, affiliation }));
export const hostileAgenda: fc.Arbitrary<Agenda> = agenda(
  session(oneLined, oneLined, fc.oneof(speaker, hostilePerson)),
);
