import type { Kind } from "../report/kind-table.js";
import type { Form } from "../syntax/forms.js";
import type { TextPlace, TextRange } from "./protocol.js";

/** What a section is, and how an internal comment is written, as the format names both. */
export type { Form as CommentForm, Kind as SectionKind };

/** Server to client: reports changed, came or went. Sent once for what comes together, to clients that asked for a view before. */
export const VIEWS_CHANGED_NOTIFICATION = "tripReport/viewsChanged";

export interface ViewsChangedParams {
  /** The reports that are there and changed. */
  readonly changed: readonly string[];
  /** Reports came or went. */
  readonly listed: boolean;
}

export type SessionGrouping = "report" | "day" | "kind" | "speaker";
export type FollowUpGrouping = "report" | "owner";

/** What a group of a view stands for; no name where what is in it has none: no day, no speaker, nobody to do it. */
export interface ViewGroup {
  /** What tells it from the others; the same as long as it stands for the same. */
  readonly key: string;
  readonly name?: string;
  /** The report it is, where it is one. */
  readonly uri?: string;
  /** The event of a report, or of a day that has no date. */
  readonly event?: string;
  /** First day of a report's event, ISO 8601. */
  readonly start?: string;
}

/** Client to server: the groups of the view of sessions. */
export const SESSION_GROUPS_REQUEST = "tripReport/sessionGroups";

export interface SessionGroupsParams {
  readonly by: SessionGrouping;
  /** Words that all must stand in the title, speakers, event or report of what is shown. */
  readonly filter?: string;
  /** Only the groups of these reports, where they are grouped by report. */
  readonly uris?: readonly string[];
}

export interface SessionGroup extends ViewGroup {
  /** How many sessions and other sections are in it. */
  readonly count: number;
}

/** Client to server: what is in a group of the view of sessions. */
export const SESSIONS_REQUEST = "tripReport/sessions";

export interface SessionsParams extends Omit<SessionGroupsParams, "uris"> {
  readonly group: string;
}

export interface SessionItem {
  readonly key: string;
  readonly uri: string;
  readonly title: string;
  readonly kind: Kind;
  /** The heading. */
  readonly range: TextRange;
  readonly day?: string;
  /** `HH:MM`. */
  readonly time?: string;
  readonly speakers: readonly string[];
  /** The report's title, its event where it has none. */
  readonly report?: string;
  /** It stands in an internal comment, or its heading reads as if it should. */
  readonly private?: true;
  readonly children: readonly SessionItem[];
}

/** Client to server: where a place stands in the view of sessions. */
export const SESSION_AT_REQUEST = "tripReport/sessionAt";

export interface SessionAtParams extends Omit<SessionGroupsParams, "uris"> {
  readonly uri: string;
  readonly position: TextPlace;
}

/** The keys from the group to the section; `null` where the view does not have the place. */
export type SessionAtAnswer = { readonly group: string; readonly path: readonly string[] } | null;

/** Client to server: the sections of all reports that a query finds in their titles, speakers and events, best first. */
export const FIND_SESSIONS_REQUEST = "tripReport/findSessions";

export interface FindSessionsParams {
  readonly query: string;
}

/** Client to server: the anchor of a heading in its published page, without the `#`; `null` where there is no heading. */
export const HEADING_ANCHOR_REQUEST = "tripReport/headingAnchor";

export interface HeadingAnchorParams {
  readonly uri: string;
  /** Where the heading begins. */
  readonly position: TextPlace;
}

/** Client to server: the reports of the view of what is private. Those that are known to have something come first. */
export const PRIVATE_REPORTS_REQUEST = "tripReport/privateReports";

export interface PrivateReportsParams {
  readonly uris?: readonly string[];
}

export interface PrivateReport extends ViewGroup {
  readonly uri: string;
  readonly internal: number;
  readonly redacted: number;
}

/** Client to server: what is private in one report, read now; a file that is not open is remembered nowhere. */
export const PRIVATE_PLACES_REQUEST = "tripReport/privatePlaces";

export interface PrivatePlacesParams {
  readonly uri: string;
}

/** `null` where there is no such report any more. */
export type PrivatePlacesAnswer = readonly PrivateItem[] | null;

export interface PrivateItem {
  readonly key: string;
  readonly what: "internal" | "suspect" | "redacted";
  /** The first words, for the writer's own eyes. */
  readonly words: string;
  /** Of an internal comment: how it is written, and for whom it is at most. */
  readonly form?: Form;
  readonly audience?: string;
  /** Why a sentence is suspected. */
  readonly why?: string;
  readonly range: TextRange;
}

/** Client to server: the groups of the view of follow-ups. */
export const FOLLOW_UP_GROUPS_REQUEST = "tripReport/followUpGroups";

export interface FollowUpGroupsParams {
  readonly by: FollowUpGrouping;
  readonly openOnly: boolean;
  readonly uris?: readonly string[];
}

export interface FollowUpGroup extends ViewGroup {
  readonly open: number;
  readonly done: number;
}

/** Client to server: what is in a group of the view of follow-ups. */
export const FOLLOW_UPS_REQUEST = "tripReport/followUps";

export interface FollowUpsParams extends Omit<FollowUpGroupsParams, "uris"> {
  readonly group: string;
}

export interface FollowUpItem {
  readonly key: string;
  readonly uri: string;
  readonly text: string;
  readonly owner?: string;
  readonly done: boolean;
  readonly range: TextRange;
  readonly report?: string;
  /** The title of the section it stands in. */
  readonly section?: string;
}

/** Client to server: the next or previous place of a kind in an open report. */
export const NEXT_PLACE_REQUEST = "tripReport/nextPlace";

export interface NextPlaceParams {
  readonly uri: string;
  readonly position: TextPlace;
  readonly what: "session" | "internal";
  readonly direction: "next" | "previous";
}

/** `range` is absent at the end; `count` says how many there are. `null` for documents that are no reports. */
export type NextPlaceAnswer = { readonly range?: TextRange; readonly count: number } | null;

/** The client's command behind a speaker's code lens: a URI and a place, whose references it shows. */
export const SHOW_REFERENCES_COMMAND = "tripReport.showReferences";
