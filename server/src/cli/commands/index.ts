import type { CliCommand } from "../command.js";
import { checkCommand } from "./check.js";
import { lspCommand } from "./lsp.js";
import { mergeCommand } from "./merge.js";
import { newCommand } from "./new.js";
import { outlineCommand } from "./outline.js";
import { overviewCommand } from "./overview.js";
import { publishCommand } from "./publish.js";
import { verifyCommand } from "./verify.js";

/** The commands of `trip-report`: the only place that lists them. */
export const commands: readonly CliCommand[] = [
  outlineCommand,
  checkCommand,
  mergeCommand,
  publishCommand,
  verifyCommand,
  overviewCommand,
  newCommand,
  lspCommand,
];
