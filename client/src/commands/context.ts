import type { LogOutputChannel } from "vscode";
import type { AgendaComparisons } from "../agenda-comparisons.js";
import type { ReportServer } from "../client.js";
import type { PublicCopies } from "../public-copies.js";
import type { TidiedNotes } from "../tidied-notes.js";
import type { Views } from "../views/index.js";

/** What commands work with. */
export interface CommandContext {
  readonly server: ReportServer;
  readonly copies: PublicCopies;
  readonly notes: TidiedNotes;
  readonly agendas: AgendaComparisons;
  readonly views: Views;
  readonly log: LogOutputChannel;
}
