import { aboutKind, isKind, isSessionKind, type Kind } from "../../report/kind-table.js";
import type { Section } from "../../report/model.js";
import { l10n, type Message, verbatim } from "../../text/message.js";
import { type EventDay, eventDays } from "./days.js";
import { begins, COMPANY, type Completion, hole, type Insert, NAME } from "./item.js";
import { otherSections, sessionLevel, topLevel } from "./levels.js";
import { leadOf, opensBlock, type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";

/** A section that can be begun: its heading behind the marks, and what its body begins with. */
interface Beginning {
  readonly kind: Kind;
  /** What it is found by where a line begins with a word. */
  readonly words: readonly string[];
  readonly label: string;
  readonly heading: Insert;
  readonly body: Insert;
  /** Offered however many of the kind there are. */
  readonly again?: true;
  readonly detail?: Message;
}

const notes = (text: string): Insert => ["\n\n- ", hole(0, text)];
const speaker = (stop: number): Insert => [hole(stop, NAME), ", ", hole(stop + 1, COMPANY)];

/** The sections that reports have, as headings usually say them, in the order in which they usually come. */
export const BEGINNINGS: readonly Beginning[] = [
  {
    kind: "summary",
    words: ["summary"],
    label: "Executive Summary",
    heading: ["Executive Summary"],
    body: notes("The one thing to remember"),
  },
  {
    kind: "breakout",
    words: ["session", "breakout", "talk"],
    label: "Session: title (speaker, affiliation)",
    heading: [hole(1, "Title"), " (", ...speaker(2), ")"],
    body: notes("What was said"),
    again: true,
  },
  {
    kind: "keynote",
    words: ["keynote"],
    label: "Keynote: title (speaker, affiliation)",
    heading: ["Keynote: ", hole(1, "Title"), " (", ...speaker(2), ")"],
    body: notes("What was said"),
    again: true,
  },
  {
    kind: "panel",
    words: ["panel"],
    label: "Panel: title and speakers",
    heading: ["Panel: ", hole(1, "Title")],
    body: [
      ...["\n\nSpeakers: ", hole(2, NAME), " (", hole(3, COMPANY), "), "],
      ...[hole(4, NAME), " (", hole(5, COMPANY), "), "],
      ...[hole(6, NAME), " (moderator, ", hole(7, COMPANY), ")"],
      ...notes("What was said"),
    ],
    again: true,
  },
  {
    kind: "workshop",
    words: ["workshop", "training"],
    label: "Workshop: title and instructor",
    heading: ["Workshop: ", hole(1, "Title")],
    body: ["\n\nInstructor: ", hole(2, NAME), " (", hole(3, COMPANY), ")", ...notes("What was taught")],
    again: true,
  },
  {
    kind: "group",
    words: ["sessions", "breakout sessions"],
    label: "Breakout Sessions",
    heading: ["Breakout Sessions"],
    body: ["\n\n", hole(0, "")],
  },
  {
    kind: "expo",
    words: ["expo", "booth"],
    label: "Expo floor",
    heading: ["Expo floor"],
    body: notes("What was shown, and by whom"),
  },
  {
    kind: "hallway",
    words: ["hallway"],
    label: "Hallway track",
    heading: ["Hallway track"],
    body: ["\n\n- **", ...[hole(1, NAME), " (", hole(2, COMPANY), ")**: ", hole(0, "What came up")]],
  },
  {
    kind: "logistics",
    words: ["logistics", "travel"],
    label: "Logistics",
    heading: ["Logistics"],
    body: notes("How to get there, what it cost"),
  },
  {
    kind: "followups",
    words: ["followups", "action items"],
    label: "Action items",
    heading: ["Action items"],
    body: ["\n\n- [ ] Action item: ", hole(1, "What to do"), " @", hole(0, "owner")],
  },
];

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Sections to begin, behind `#` or where a block begins: what the report still lacks, its days, and sessions. */
export const sections: CompletionSource = {
  name: "section",
  zones: ["body"],
  items(place) {
    const start = startOf(place);
    if (!start) return [];
    const there = otherSections(place);
    const levels = { main: topLevel(place), session: sessionLevel(place) };
    return beginnings(place, there).flatMap((beginning) => {
      const word = beginning.words.find((candidate) => begins(candidate, start.typed));
      const fits = word ?? (begins(beginning.label, start.typed) ? beginning.label : undefined);
      return fits === undefined ? [] : [section(place, start, levels, beginning, fits)];
    });
  },
  describe: ([kind = ""], say) => {
    return isKind(kind) ? say(aboutKind(kind).meaning) : undefined;
  },
};

/** How a section is being begun at the cursor. */
interface Start {
  /** The `#` that were typed. */
  readonly marks: string;
  /** The words behind them. */
  readonly typed: string;
}

/** How deep sections at the cursor are. */
interface Levels {
  readonly main: number;
  readonly session: number;
}

function startOf(place: Place): Start | undefined {
  if (place.after.trim() !== "") return undefined;
  const markdown = place.analysis.format === "markdown";
  const heading = markdown && /^(#{1,6})(?:[ \t]+([\p{L}\p{N}][\p{L}\p{N} -]{0,40})?)?$/u.exec(place.before);
  if (heading) {
    const start = { marks: heading[1]!, typed: heading[2] ?? "" };
    return start.marks === "#" && !hasTitle(place) ? undefined : start;
  }
  const lead = leadOf(place);
  const word = lead.marks === "" && /^(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,40})?$/u.test(lead.rest);
  return word && opensBlock(place, lead) ? { marks: "", typed: lead.rest } : undefined;
}

/** Whether a heading of the first level stands above: without one, a single mark begins the report's title. */
function hasTitle({ analysis: { syntax }, line }: Place): boolean {
  return /(?:^|[\r\n])#[ \t]+\S/.test(
    syntax.text.slice(syntax.bodyStart, Math.max(syntax.bodyStart, line.from)),
  );
}

/** What can be begun, likeliest first: a missing summary, the next day, sessions, then what is missing of the rest. */
function beginnings(place: Place, there: readonly Section[]): Beginning[] {
  const kinds = new Set(there.map(({ kind }) => kind));
  const lacking = BEGINNINGS.filter(({ kind, again }) => again || !kinds.has(kind));
  const wanted = lacking.flatMap((beginning) => [...inOwnWords(place, beginning), beginning]);
  const first = wanted.filter(({ kind }) => kind === "summary");
  return [...first, ...days(place, there), ...wanted.filter(({ kind }) => kind !== "summary")];
}

/** The same section under the headings that the configuration adds for its kind. */
function inOwnWords({ kinds }: Place, beginning: Beginning): Beginning[] {
  if (beginning.again) return [];
  return (kinds[beginning.kind] ?? []).map((label) => ({
    ...beginning,
    ...{ label, heading: [label], words: [label.toLowerCase(), ...beginning.words] },
  }));
}

/** The event's days without a heading of their own, by weekday or by number as the report has them. */
function days({ analysis: { report } }: Place, there: readonly Section[]): Beginning[] {
  const all = eventDays(report.dates);
  if (all.length === 0) {
    const choices = [...WEEKDAYS, "Day 1", "Day 2", "Day 3"];
    return [
      {
        ...day("Day", { stop: 1, text: choices[0]!, choices }),
        words: ["day"],
        detail: l10n.t("group: a weekday or a number"),
      },
    ];
  }
  const headed = new Set(there.filter(({ kind }) => kind === "group").map((group) => group.day));
  const numbered = there.some((section) => /^Day \d/.test(section.day ?? ""));
  const missing = all.filter(
    ({ iso, weekday, number }) =>
      !headed.has(iso) && !(headed.has(weekday) && all.length <= 7) && !headed.has(`Day ${number}`),
  );
  const byName = missing.map((of) => named(of, of.weekday, `${of.iso}, Day ${of.number}`));
  const byNumber = missing.map((of) => named(of, `Day ${of.number}`, `${of.weekday}, ${of.iso}`));
  return numbered ? [...byNumber, ...byName] : [...byName, ...byNumber];
}

function day(label: string, heading: Insert[number]): Omit<Beginning, "words"> {
  return { kind: "group", label, heading: [heading], body: ["\n\n", hole(0, "")], again: true };
}

function named({ iso, weekday, number }: EventDay, label: string, detail: string): Beginning {
  return { ...day(label, label), words: [label, weekday, `day ${number}`, iso], detail: verbatim(detail) };
}

function section(
  place: Place,
  { marks, typed }: Start,
  levels: Levels,
  beginning: Beginning,
  word: string,
): Completion {
  const { kind, label, heading, body, detail } = beginning;
  // One mark is a heading begun; more of them say how deep it is to be.
  const level = marks.length > 1 ? marks.length : isSessionKind(kind) ? levels.session : levels.main;
  const hashes = place.analysis.format === "markdown" ? `${"#".repeat(level)} ` : "";
  const filter = marks === "" || typed !== "" ? word : label;
  return {
    label,
    kind: isSessionKind(kind) ? "session" : kind === "group" && detail !== undefined ? "day" : "heading",
    replace: typedSpan(place, place.before.length),
    insert: [hashes, ...heading, ...body],
    filter: `${marks === "" ? "" : place.before.slice(0, place.before.length - typed.length)}${filter}`,
    detail: detail ?? kind,
    about: [kind],
  };
}
