import type { LogOutputChannel } from "vscode";
import type { ReportServer } from "../client.js";
import type { PublicCopies } from "../public-copies.js";

/** What commands work with. */
export interface CommandContext {
  readonly server: ReportServer;
  readonly copies: PublicCopies;
  readonly log: LogOutputChannel;
}
