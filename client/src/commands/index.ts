import { commands, Disposable, type LogOutputChannel } from "vscode";
import type { ReportServer } from "../client.js";
import { restartServer } from "./restart-server.js";
import { showOutput } from "./show-output.js";
import { treatAsReport } from "./treat-as-report.js";

/** What commands work with. */
export interface CommandContext {
  readonly server: ReportServer;
  readonly log: LogOutputChannel;
}

/** Every command of the extension's own, by the name that package.json gives it. */
const factories = {
  "tripReport.restartServer": restartServer,
  "tripReport.showOutput": showOutput,
  "tripReport.treatAsReport": treatAsReport,
};

/** Makes the commands available until disposed. */
export function registerCommands(context: CommandContext): Disposable {
  return Disposable.from(
    ...Object.entries(factories).map(([name, create]) => commands.registerCommand(name, create(context))),
  );
}
