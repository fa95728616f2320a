import type { Element } from "hast";
import { element } from "../publish/html-element.js";
import { aboutKind } from "../report/kind-table.js";
import { l10n, type Say } from "../text/message.js";
import { type Child, counted } from "./parts.js";
import type { DayOverview, SessionOverview } from "./report-overview.js";

const WIDTH = 720;
const HOUR = 60;
/** How long a session counts whose end nobody knows, in minutes; one that the next follows sooner ends there. */
const LONGEST = 60;
/** The width of a letter of the chart's text, generously. */
const LETTER = 7;

/** A day's sessions along its hours; undefined where fewer than two say when they began. The table beside it says the same. */
export function timeline(day: DayOverview, name: string, say: Say): Element | undefined {
  const blocks = blocksOf(day.sessions);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last || blocks.length < 2) return undefined;
  const start = Math.floor(first.from / HOUR) * HOUR;
  const end = Math.max(start + HOUR, Math.ceil(last.to / HOUR) * HOUR);
  const x = (minutes: number) => Math.round(((minutes - start) * WIDTH) / (end - start));
  const untimed = day.sessions.length - blocks.length;
  const told = l10n.t(
    "{0}: {1} from {2} on. The table below lists them.",
    name,
    [counted(blocks.length, "session")],
    first.session.time ?? "",
  );
  const legend = [
    say(l10n.t("Each block ends where the next begins, after an hour at the latest.")),
    ...(untimed === 1 ? [say(l10n.t("1 section without a time is in the table only."))] : []),
    ...(untimed > 1 ? [say(l10n.t("{0} sections without a time are in the table only.", untimed))] : []),
  ].join(" ");
  return element("figure", {}, [
    element("svg", { viewBox: `0 0 ${WIDTH} 66`, role: "img", ariaLabel: say(told) }, [
      ...hours(start, end, x),
      ...blocks.map(({ session, from, to }) => block(session, x(from), x(to), say)),
    ]),
    element("figcaption", {}, [legend]),
  ]);
}

interface Block {
  readonly session: SessionOverview;
  /** Minutes of the day. */
  readonly from: number;
  readonly to: number;
}

function blocksOf(sessions: readonly SessionOverview[]): Block[] {
  const timed = sessions
    .flatMap((session) => {
      const found = /^(\d{2}):(\d{2})$/.exec(session.time ?? "");
      return found ? [{ session, from: Number(found[1]) * HOUR + Number(found[2]) }] : [];
    })
    .sort((a, b) => a.from - b.from);
  return timed.map(({ session, from }) => {
    const next = timed.find((other) => other.from > from)?.from ?? Number.POSITIVE_INFINITY;
    return { session, from, to: Math.min(next, from + LONGEST) };
  });
}

function hours(start: number, end: number, x: (minutes: number) => number): Element[] {
  const count = (end - start) / HOUR;
  const every = count > 12 ? 2 : 1;
  return Array.from({ length: count + 1 }, (_, hour) => hour)
    .filter((hour) => hour % every === 0)
    .flatMap((hour) => {
      const at = x(start + hour * HOUR);
      const anchor = hour === 0 ? "start" : hour === count ? "end" : "middle";
      const label = `${String((start / HOUR + hour) % 24).padStart(2, "0")}:00`;
      return [
        element("path", { className: ["tick"], d: `M${at} 16V66` }),
        element("text", { x: String(at), y: "11", textAnchor: anchor }, [label]),
      ];
    });
}

/** A block's kind is written in it and told by its pattern: plenary ones are filled, others have a frame. */
function block({ kind, title, time, isEmpty }: SessionOverview, from: number, to: number, say: Say): Element {
  const width = Math.max(2, to - from - 2);
  const room = Math.floor((width - 10) / LETTER);
  const line = (words: string, y: number): Child[] =>
    room < 2 ? [] : [element("text", { x: String(from + 6), y: String(y) }, [shortened(words, room)])];
  const classes = ["block", ...(kind === "keynote" ? ["plenary"] : []), ...(isEmpty ? ["empty"] : [])];
  return element("g", {}, [
    element("title", {}, [`${time} ${say(aboutKind(kind).name)}: ${title}`]),
    element("rect", {
      className: classes,
      x: String(from + 1),
      y: "20",
      width: String(width),
      height: "40",
      rx: "3",
    }),
    ...line(say(aboutKind(kind).name), 37),
    ...line(title, 52),
  ]);
}

function shortened(words: string, room: number): string {
  const letters = [...words.slice(0, 200)];
  return letters.length <= room ? words : `${letters.slice(0, Math.max(1, room - 1)).join("")}…`;
}
