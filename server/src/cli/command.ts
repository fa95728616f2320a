import type { Command } from "commander";
import type { Io } from "./io.js";

/** One command of `trip-report`: declares its arguments and answers its exit status. */
export interface CliCommand {
  /** Adds the command to the program. `run` is called with the action to carry out. */
  register(program: Command, io: Io, run: (action: () => Promise<number>) => void): void;
}
