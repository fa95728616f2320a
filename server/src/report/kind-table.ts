import { l10n, type Message } from "../text/message.js";

/** What holds of a kind of section wherever it is met. The words that tell a kind are in `kinds.json`. */
interface AboutKind {
  /** What readers call it. */
  readonly name: Message;
  readonly meaning: Message;
  /** Somebody gives it, at a time and for an audience; its subsections are parts of it. */
  readonly session?: true;
  /** An entry of a programme can be one. */
  readonly inProgramme?: true;
  /** Who is named in it is no speaker, unless its heading says so. */
  readonly nobodySpeaks?: true;
}

/** What a section is, in the format's order; `topic` is anything that is none of the others. Source: the format's section 3. */
const ABOUT = {
  summary: {
    name: l10n.t("Summary"),
    meaning: l10n.t("The conclusions up front, for those who read nothing else."),
    nobodySpeaks: true,
  },
  keynote: {
    name: l10n.t("Keynote"),
    meaning: l10n.t("A plenary talk, or a block of them."),
    session: true,
    inProgramme: true,
  },
  breakout: {
    name: l10n.t("Talk"),
    meaning: l10n.t("One talk, session, lightning talk or paper, with its speaker."),
    session: true,
    inProgramme: true,
  },
  panel: {
    name: l10n.t("Panel"),
    meaning: l10n.t("A panel, fireside chat or round of questions, with several speakers."),
    session: true,
    inProgramme: true,
  },
  workshop: {
    name: l10n.t("Workshop"),
    meaning: l10n.t("A training, tutorial, lab or hackday."),
    session: true,
    inProgramme: true,
  },
  expo: {
    name: l10n.t("Expo"),
    meaning: l10n.t("The exhibition: booths, vendors, posters."),
    inProgramme: true,
    nobodySpeaks: true,
  },
  hallway: {
    name: l10n.t("Hallway"),
    meaning: l10n.t("Meetings, conversations and social events outside the programme."),
    inProgramme: true,
    nobodySpeaks: true,
  },
  logistics: {
    name: l10n.t("Logistics"),
    meaning: l10n.t("Travel, venue, cost, food."),
    inProgramme: true,
    nobodySpeaks: true,
  },
  followups: {
    name: l10n.t("Follow-ups"),
    meaning: l10n.t("Action items and next steps."),
    nobodySpeaks: true,
  },
  group: {
    name: l10n.t("Group"),
    meaning: l10n.t("A container of sessions: a day, a track, a list of talks."),
  },
  topic: {
    name: l10n.t("Topic"),
    meaning: l10n.t("Anything else: a theme, an essay part."),
  },
} satisfies Readonly<Record<string, AboutKind>>;

export type Kind = keyof typeof ABOUT;

export const KINDS = Object.keys(ABOUT) as [Kind, ...Kind[]];

/** What is true of all sections of a kind. */
export function aboutKind(kind: Kind): AboutKind {
  return ABOUT[kind];
}

/** Whether a word is the name of a kind, as written. */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(ABOUT, word);
}

/** Whether sections of a kind never have speakers. */
export function nobodySpeaksIn(kind: Kind | undefined): boolean {
  return kind !== undefined && aboutKind(kind).nobodySpeaks === true;
}

/** Whether a section of this kind is a session: a keynote, breakout, panel or workshop. */
export function isSessionKind(kind: Kind | undefined): boolean {
  return kind !== undefined && aboutKind(kind).session === true;
}
