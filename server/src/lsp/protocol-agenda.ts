import type { TextPlace } from "./protocol.js";

/** The formats of programmes that the server reads, by the names that users know them by. */
export const AGENDA_FORMATS = ["iCalendar", "frab", "pretalx", "Sessionize"] as const;

/** How the names of files in these formats end. */
export const AGENDA_EXTENSIONS = ["ics", "ical", "ifb", "xml", "json"] as const;

/** A programme as the editor read it from a file or the clipboard. It travels with each request: nothing is remembered of it. */
export interface AgendaParams {
  readonly content: string;
  /** The file's name, where it has one. */
  readonly fileName?: string;
}

/** A text that is no programme, or a broken one. */
export type UnreadAgenda = { readonly kind: "none" } | { readonly kind: "broken"; readonly reason: string };

/** Client to server: the sessions of a programme, to choose from. */
export const READ_AGENDA_REQUEST = "tripReport/readAgenda";

export type ReadAgendaAnswer =
  | UnreadAgenda
  | {
      readonly kind: "agenda";
      readonly title?: string;
      readonly sessions: readonly AgendaChoice[];
      /** What could not be read, a line each. */
      readonly problems: readonly string[];
    };

export interface AgendaChoice {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** ISO date. */
  readonly day?: string;
  readonly start?: string;
  readonly room?: string;
  readonly track?: string;
  readonly speakers: readonly string[];
}

/** Client to server: a programme's chosen sessions as edits of an open report, or as the text of a new one. */
export const IMPORT_AGENDA_REQUEST = "tripReport/importAgenda";

export interface ImportAgendaParams extends AgendaParams {
  /** Ids of sessions. */
  readonly chosen: readonly string[];
  /** The report; absent for a new one. */
  readonly uri?: string;
}

export type ImportAgendaAnswer =
  | UnreadAgenda
  | { readonly kind: "report"; readonly text: string }
  | { readonly kind: "refused"; readonly reason: string }
  | ({ readonly kind: "edits" } & VersionedEdits);

/** Edits of one version of a document. */
export interface VersionedEdits {
  readonly version: number;
  readonly edits: readonly AgendaEdit[];
}

export interface AgendaEdit {
  readonly range: { readonly start: TextPlace; readonly end: TextPlace };
  readonly newText: string;
}

/** Client to server: how an open report and a programme differ. */
export const AGENDA_CHANGES_REQUEST = "tripReport/agendaChanges";

export interface AgendaChangesParams extends AgendaParams {
  readonly uri: string;
}

/** `known` counts the report's sessions that the programme has too. */
export type AgendaChangesAnswer =
  | UnreadAgenda
  | {
      readonly kind: "changes";
      readonly version: number;
      readonly known: number;
      readonly changes: readonly AgendaChangeItem[];
    };

export interface AgendaChangeItem {
  /** What differs: title, speakers, time, room, day; cancelled, restored, missing; added. */
  readonly kind: string;
  readonly id: string;
  readonly message: string;
  /** What accepting it does. */
  readonly fix: string;
  /** The heading it is about. */
  readonly range: { readonly start: TextPlace; readonly end: TextPlace };
  /** Nothing where the writer has to do it, and for what is added: that is imported. */
  readonly edits: readonly AgendaEdit[];
}

/** Client to server: the edits that accept all that differs in the sessions a report has; with `added` also the others. */
export const ACCEPT_AGENDA_REQUEST = "tripReport/acceptAgenda";

export interface AcceptAgendaParams extends AgendaChangesParams {
  readonly added: boolean;
}

export type AcceptAgendaAnswer = UnreadAgenda | ({ readonly kind: "edits" } & VersionedEdits);
