/** What server and client agree on beyond the protocol itself. Imports nothing but parts of itself, and of the rest names as types. */
import type { editCommands } from "../features/marking/index.js";
import type { SectionKind } from "./protocol-views.js";

export * from "./protocol-agenda.js";
export * from "./protocol-files.js";
export * from "./protocol-look.js";
export * from "./protocol-overview.js";
export * from "./protocol-views.js";

/** The language that the editor extension gives to reports. */
export const REPORT_LANGUAGE = "trip-report";

/** What a client may say when it starts the server. */
export interface InitializationOptions extends Partial<EditorSettings> {
  /** A folder of the client's, as a URI, where the server keeps its index until the next start; without one it keeps none. */
  readonly cacheFolder?: string;
  /** The language to answer in, BCP 47, for clients that do not say it by the protocol's `locale`. */
  readonly locale?: string;
  /** The client answers requests for the files that the server cannot read by itself (`protocol-files.ts`). */
  readonly files?: boolean;
  /** The outline is to be registered, anew whenever its setting changes, so that the client then asks for it again. */
  readonly registersOutline?: boolean;
  /** The URI of the folder with the rules' pages, for a server that does not know where it is. */
  readonly docs?: string;
}

/** Client to server: whether an address pasted over some selections can make links of them. */
export const TAKES_LINK_REQUEST = "tripReport/takesLink";

export interface TakesLinkParams {
  readonly uri: string;
  /** As the protocol counts: 0-based, UTF-16. */
  readonly ranges: readonly { readonly start: TextPlace; readonly end: TextPlace }[];
}

export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** What a user sets about the editor, in its section `tripReport`. Initialization options may hold the same keys. */
export interface EditorSettings {
  readonly outline: {
    /** Whether internal comments and redacted markers stand in the outline. */
    readonly showMarkers: boolean;
  };
  readonly links: {
    /** How links that lead nowhere are shown. */
    readonly validate: "off" | "hint" | "warning";
  };
  readonly codeLens: {
    /** Whether lines above reports and speakers say what there is of them. */
    readonly enabled: boolean;
  };
}

/** Client to server: the lines, 0-based, on which the folds of an open report's internal comments begin. */
export const INTERNAL_FOLDS_REQUEST = "tripReport/internalFolds";

export interface InternalFoldsParams {
  readonly uri: string;
}

/** In order; empty for documents that are no reports. */
export type InternalFoldsAnswer = readonly number[];

/** Client to server: the copy of an open report for an audience, made but not written. */
export const PUBLIC_COPY_REQUEST = "tripReport/publicCopy";

export interface PublicCopyParams {
  readonly uri: string;
  readonly format: CopyFormat;
  /** For whom; the widest audience if none is said. */
  readonly audience?: string;
}

export type CopyFormat = "md" | "html" | "txt";

/** `null` for documents that are no reports. */
export type PublicCopyAnswer = PublishedCopy | RefusedCopy | null;

interface CopyFor {
  readonly audience: string;
  /** The configured audiences, narrowest first. */
  readonly audiences: readonly string[];
  /** The configured folder for copies, as written; relative to the configuration's folder. */
  readonly outDir?: string;
}

export interface PublishedCopy extends CopyFor {
  readonly kind: "published";
  readonly text: string;
  /** How many comments were replaced. */
  readonly redacted: number;
}

export interface RefusedCopy extends CopyFor {
  readonly kind: "refused";
  readonly reasons: readonly CopyBlocker[];
}

/** Why there is no copy: a sentence without the report's words, and a place in the source where there is one (0-based). */
export interface CopyBlocker {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  readonly character?: number;
}

/** Client to server: the templates for a new report in a folder, a team's own first. */
export const REPORT_TEMPLATES_REQUEST = "tripReport/templates";

export interface ReportTemplatesParams {
  /** The URI of the folder that the report is for; absent where none is open. */
  readonly folder?: string;
}

export interface TemplateChoice {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
}

/** Client to server: what is wrong with the dates of an event; `null` where nothing is. */
export const CHECK_DATES_REQUEST = "tripReport/checkDates";

export type CheckDatesParams = { readonly text: string };

/** Client to server: a new report, as a snippet with a placeholder for what is not said. */
export const NEW_REPORT_REQUEST = "tripReport/newReport";

export interface NewReportParams extends ReportTemplatesParams {
  readonly template: string;
  readonly event?: string;
  readonly location?: string;
  readonly dates?: string;
  /** Today where the user is, ISO 8601. */
  readonly date: string;
}

/** `null` where there is no such template. */
export type NewReportAnswer = {
  readonly snippet: string;
  /** The template's variables that there are none of. */
  readonly unknown: readonly string[];
  /** Nobody can be asked for the author's name where the report is to be. */
  readonly authorless?: true;
} | null;

/** Client to server: the edits that make raw notes a report in Markdown, a line each. Nothing is remembered of the text. */
export const TIDY_NOTES_REQUEST = "tripReport/tidyNotes";

export type TidyNotesParams = { readonly uri: string; readonly text: string; readonly languageId: string };

export type TidyNotesAnswer = readonly {
  readonly range: { readonly start: TextPlace; readonly end: TextPlace };
  readonly newText: string;
}[];

/** Client to server: what a command changes at the selections of an open report. Nothing is changed by the server. */
export const EDIT_REQUEST = "tripReport/edit";

/** The commands that change a report at its selections. */
export type EditCommandName = keyof typeof editCommands;

export interface EditParams {
  readonly uri: string;
  /** The version that the selections are of. */
  readonly version: number;
  readonly command: EditCommandName;
  /** The main selection first. */
  readonly selections: readonly TextRange[];
  readonly arguments?: {
    /** The audience that was chosen. */
    readonly audience?: string;
    /** The time of day where the user is, `HH:MM`, 24 hours. */
    readonly time?: string;
    /** For `moveSection`: beside which section, or below it as its last; the place is that of its heading. */
    readonly target?: { readonly place: "before" | "after" | "into"; readonly heading: TextPlace };
  };
}

/** 0-based, columns in UTF-16 units. */
export interface TextRange {
  readonly start: TextPlace;
  readonly end: TextPlace;
}

/** `null` for documents that are no reports. */
export type EditAnswer =
  | {
      readonly kind: "edits";
      readonly version: number;
      readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
      /** What is selected in the new text, where that is told. */
      readonly selections?: readonly TextRange[];
    }
  | { readonly kind: "snippet"; readonly version: number; readonly range: TextRange; readonly text: string }
  /** A sentence without the report's words. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The user has to choose; then the request is sent again with the choice. */
  | {
      readonly kind: "choose";
      readonly what: "audience";
      readonly options: readonly string[];
      readonly current?: string;
    }
  | null;

/** Client to server: what stands at a place, so that the editor offers what applies there. */
export const PLACE_REQUEST = "tripReport/place";

export type PlaceParams = { readonly uri: string; readonly position: TextPlace };

/** `null` for documents that are no reports. */
export type PlaceAnswer = {
  readonly inInternalComment: boolean;
  readonly inSection: boolean;
  /** The innermost section. */
  readonly section?: { readonly kind: SectionKind; readonly title: string };
} | null;
