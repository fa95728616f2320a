import type { CliCommand } from "../command.js";
import { outlineCommand } from "./outline.js";

/** The commands of `trip-report`: the only place that lists them. */
export const commands: readonly CliCommand[] = [outlineCommand];
