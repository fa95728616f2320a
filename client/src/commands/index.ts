import { commands, Disposable } from "vscode";
import { compareWithPublicCopy } from "./compare-with-public-copy.js";
import type { CommandContext } from "./context.js";
import { copyPublicVersion } from "./copy-public-version.js";
import { publish } from "./publish.js";
import { restartServer } from "./restart-server.js";
import { showOutput } from "./show-output.js";
import { showPublicCopy } from "./show-public-copy.js";
import { treatAsReport } from "./treat-as-report.js";

/** Every command of the extension's own, by the name that package.json gives it. */
const factories = {
  "tripReport.publish": publish,
  "tripReport.showPublicCopy": showPublicCopy,
  "tripReport.compareWithPublicCopy": compareWithPublicCopy,
  "tripReport.copyPublicVersion": copyPublicVersion,
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
