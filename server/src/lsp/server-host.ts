import type { Credential } from "../rules/rule.js";
import type { CardMaker } from "../workspace/card-maker.js";
import type { WorkspaceFiles } from "../workspace/files.js";
import type { IndexFile } from "../workspace/index-cache.js";
import type { ReadText } from "../workspace/settings-store.js";
import type { AgendaAccess } from "./features/agenda.js";
import type { FindAuthor } from "./features/drafts.js";
import type { LoadLinks } from "./features/link-access.js";
import type { FindingsThreads } from "./findings.js";
import type { Languages } from "./languages.js";
import type { Pause } from "./turns.js";

/** What the server needs of the machine it runs on. */
export interface ServerHost {
  /** The files of the machine, where there are any that a server can see. Those of other places the client may read. */
  readonly files?: WorkspaceFiles;
  /** Reads files for the index, in threads where there are some; without, it is done in between. */
  readonly cards?: (read: ReadText, log: (message: string) => void) => CardMaker;
  /** Threads that work out what is to be told of files that nobody has open, where there are some. */
  readonly findings?: (log: (message: string) => void) => FindingsThreads;
  /** Files in a folder that the client gives, for what is to be kept until the next start. */
  readonly cache?: (folder: string) => IndexFile;
  /** The URI of the folder with the rules' pages, if it is known. */
  readonly docs?: string;
  /** Loads what follows links, where that can be done. */
  readonly links?: LoadLinks;
  /** Reads conferences' programmes, where the libraries for it can be loaded. */
  readonly agendas?: AgendaAccess;
  /** The name that the user goes by, where it can be found. */
  readonly author?: FindAuthor;
  /** The languages that there are besides English, by their codes; the project's own if none are given. */
  readonly languages?: Languages;
  /** Finds keys, tokens and passwords, where the library for it can run. */
  readonly credentials?: (text: string) => Promise<readonly Credential[]>;
  /** Lets further messages be read before a request is worked on. */
  readonly pause?: Pause;
}
