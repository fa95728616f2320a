import type { Analyser, Analysis } from "../analysis.js";
import { weekdayName } from "../report/days.js";
import type { Section } from "../report/model.js";
import type { TextEdit } from "../text/edit.js";
import { l10n, type Message } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { Agenda, AgendaSession, AgendaSpeaker } from "./agenda.js";
import { moveEdits } from "./move.js";
import { CANCELLED, escapedRoom, peopleAsRead, type Shown } from "./parts.js";
import { type DayGroup, dayGroups, insertSessions, isoOf, sessionSections } from "./places.js";
import { rewrite, rewriteAbout, type ShownSession, saysAll, shownSession } from "./shown.js";

export type ChangeKind =
  | "title"
  | "speakers"
  | "time"
  | "room"
  | "day"
  | "cancelled"
  | "restored"
  | "missing"
  | "added";

/** One thing in which a report and an agenda differ. `from` and `to` are the heading it is about. */
export interface AgendaChange extends Span {
  readonly kind: ChangeKind;
  /** The session's id. */
  readonly id: string;
  /** What differs: the old and the new. */
  readonly message: Message;
  /** What accepting it does. */
  readonly fix: Message;
  /** What accepting it edits; nothing where the writer has to do it. */
  readonly edits: readonly TextEdit[];
}

/** What a change is worked out from. */
interface Compared {
  readonly analysis: Analysis;
  readonly analyser: Analyser;
  readonly agenda: Agenda;
  readonly groups: readonly DayGroup[];
}

/**
 * How a report and an agenda differ, in the order of the report: for each section with a session's id its title,
 * speakers, time, room and day, and whether it takes place; then the sessions that the report does not have. The
 * analyser reads again what moving a section would make of the report.
 */
export function agendaChanges(analysis: Analysis, agenda: Agenda, analyser: Analyser): AgendaChange[] {
  const sessions = new Map(agenda.sessions.map((session) => [session.id, session]));
  const sections = sessionSections(analysis);
  const compared = { analysis, analyser, agenda, groups: dayGroups(analysis, agenda.dates) };
  const changes = [...sections].flatMap(([id, section]) =>
    compare(compared, id, section, sessions.get(id)).map((change) => ({ ...change, id, ...section.heading })),
  );
  const [first] = sections.values();
  if (!first) return changes;
  const added = agenda.sessions.filter(({ id }) => !sections.has(id));
  return [...changes, ...added.map((session) => addition(compared, session, first))];
}

type Difference = Pick<AgendaChange, "kind" | "message" | "fix" | "edits">;

function compare(
  compared: Compared,
  id: string,
  section: Section,
  session: AgendaSession | undefined,
): Difference[] {
  const { analysis } = compared;
  const shown = shownSession(analysis, section);
  if (!shown) return [];
  if (!session || session.cancelled)
    return shown.cancelled ? [] : [cancellation(analysis, shown, session ? "cancelled" : "missing", id)];
  return [
    ...restoration(shown),
    ...headingDifferences(analysis, shown, session),
    ...roomDifference(analysis, shown, session),
    ...dayDifference(compared, section, session),
  ];
}

function cancellation(
  { text }: Analysis,
  { section, end }: ShownSession,
  kind: "cancelled" | "missing",
  id: string,
): Difference {
  const message =
    kind === "cancelled"
      ? l10n.t("“{0}” was cancelled", section.title)
      : l10n.t("“{0}” ({1}) is not in the agenda any more", section.title, id);
  const blank = /[ \t]/.test(text.content[end] ?? " ") ? "" : " ";
  const edits = [{ from: end, to: end, insert: CANCELLED + blank }];
  return { kind, message, fix: l10n.t("Mark as cancelled"), edits };
}

function restoration({ section, cancelled, end }: ShownSession): Difference[] {
  if (!cancelled) return [];
  const edits = [{ from: end, to: end + CANCELLED.length, insert: "" }];
  return [
    {
      kind: "restored",
      message: l10n.t("“{0}” takes place after all", section.title),
      fix: l10n.t("Take “(cancelled)” away"),
      edits,
    },
  ];
}

/** Title, speakers and time, which stand in the heading. */
function headingDifferences(analysis: Analysis, shown: ShownSession, session: AgendaSession): Difference[] {
  const { said, parts } = shown;
  const { title, speakers } = session;
  const settled = saysAll(analysis, shown, session);
  const change = (kind: ChangeKind, message: Message, fix: Message, next: Partial<Shown>): Difference => ({
    kind,
    message,
    fix: parts ? fix : l10n.t("Note what the agenda says below the heading"),
    edits: rewrite(analysis, shown, parts ? { ...said, ...next } : session),
  });
  const found: Difference[] = [];
  if (!settled && said.title !== title)
    found.push(
      change("title", l10n.t("The agenda calls it “{0}”", title), l10n.t("Rename to “{0}”", title), {
        title,
      }),
    );
  if (!settled && speakers.length > 0 && !samePeople(said.speakers, speakers)) {
    const names = speakers.map(({ name }) => name).join(", ");
    const message = l10n.t("The agenda names as speakers: {0}", names);
    found.push(change("speakers", message, l10n.t("Change speakers to {0}", names), { speakers }));
  }
  return [...found, ...timeDifference(analysis, shown, session, settled)];
}

/** The start in the heading, start and end on the line below it. */
function timeDifference(
  analysis: Analysis,
  shown: ShownSession,
  session: AgendaSession,
  settled: boolean,
): Difference[] {
  const { said, about, parts } = shown;
  const { start, end } = session;
  if (start === undefined) return [];
  const begins = !settled && said.start !== start;
  const range = about?.facts.end !== undefined && end !== undefined ? about.facts : undefined;
  const ends = range !== undefined && (range.start !== start || range.end !== end);
  if (!begins && !ends) return [];
  const edits = [
    ...(begins ? rewrite(analysis, shown, parts ? { ...said, start } : session) : []),
    ...(ends ? rewriteAbout(analysis, shown, { start, end: end! }) : []),
  ];
  if (begins) {
    const message =
      said.start === undefined
        ? l10n.t("The agenda has it at {0}", start)
        : l10n.t("The agenda has it at {0}, not {1}", start, said.start);
    return [{ kind: "time", message, fix: l10n.t("Change time to {0}", start), edits }];
  }
  const now = `${start}–${end}`;
  const message = l10n.t("The agenda has it {0}, not {1}", now, `${range?.start}–${range?.end}`);
  return [{ kind: "time", message, fix: l10n.t("Change time to {0}", now), edits }];
}

function roomDifference(analysis: Analysis, shown: ShownSession, { room }: AgendaSession): Difference[] {
  const { about } = shown;
  if (!about || room === undefined) return [];
  const next = escapedRoom(room);
  if (about.facts.room === next) return [];
  const edits = rewriteAbout(analysis, shown, { room: next });
  const was = about.facts.room;
  const message =
    was === undefined
      ? l10n.t("The agenda has it in {0}", room)
      : l10n.t("The agenda has it in {0}, not {1}", room, was);
  return [{ kind: "room", message, fix: l10n.t("Change room to {0}", room), edits }];
}

function dayDifference(
  { analysis, analyser, agenda, groups }: Compared,
  section: Section,
  session: AgendaSession,
): Difference[] {
  const { day } = session;
  if (day === undefined || section.day === undefined) return [];
  const group = groups.findLast(({ section: { from, to } }) => from < section.from && section.to <= to);
  const current = group?.day ?? isoOf(section.day, agenda.dates);
  if (current === day || (current === undefined && section.day === weekdayName(day))) return [];
  const name = `${weekdayName(day)}, ${day}`;
  const was = current === undefined ? section.day : `${weekdayName(current)}, ${current}`;
  return [
    {
      kind: "day",
      message: l10n.t("The agenda has it on {0}, not on {1}", name, was),
      fix: l10n.t("Move to {0}", name),
      edits: group ? moveEdits(analysis, analyser, groups, section, session) : [],
    },
  ];
}

/** A session that the report does not have. Its edits are worked out when they are asked for: there can be thousands. */
function addition({ analysis, groups }: Compared, session: AgendaSession, first: Section): AgendaChange {
  const { from, to } = (groups.find(({ day }) => day === session.day)?.section ?? first).heading;
  const when = [session.day, session.start].filter((words) => words !== undefined).join(" ");
  return {
    kind: "added",
    id: session.id,
    message:
      when === ""
        ? l10n.t("The agenda has “{0}”, the report does not", session.title)
        : l10n.t("The agenda has “{0}” ({1}), the report does not", session.title, when),
    fix: l10n.t("Insert “{0}”", session.title),
    from,
    to,
    get edits() {
      return insertSessions(analysis, [session], groups);
    },
  };
}

/** Whether a report names the people of an agenda and no others; an affiliation that the agenda has not is the writer's. */
function samePeople(said: readonly AgendaSpeaker[], session: readonly AgendaSpeaker[]): boolean {
  const matches = (people: readonly AgendaSpeaker[]) =>
    people.length === said.length &&
    people.every(({ name, affiliation }) =>
      said.some(
        (other) =>
          other.name.toLowerCase() === name.toLowerCase() &&
          (affiliation === undefined || other.affiliation === affiliation),
      ),
    );
  return matches(session) || matches(peopleAsRead(session));
}
