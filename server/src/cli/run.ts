import { Command, CommanderError } from "commander";
import { VERSION } from "../version.js";
import { commands } from "./commands/index.js";
import { DONE, FAILED, Failure, type Io, printable } from "./io.js";

/** Runs `trip-report` with the arguments behind its name and answers the exit status. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let action: (() => Promise<number>) | undefined;
  const program = programOf(io, (chosen) => {
    action = chosen;
  });
  try {
    program.parse(argv, { from: "user" });
    return action ? await action() : DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : FAILED;
    const message =
      error instanceof Failure
        ? error.message
        : `unexpected: ${error instanceof Error ? error.message : String(error)}`;
    io.err(`trip-report: ${printable(message)}\n`);
    return FAILED;
  }
}

/** The program with all its commands. `run` is called with the action that the arguments choose. */
export function programOf(io: Io, run: (action: () => Promise<number>) => void): Command {
  const program = new Command("trip-report")
    .description("Recognise, check and publish conference trip reports.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(`trip-report: ${printable(oneLine(text))}\n`),
    });
  for (const command of commands) command.register(program, io, run);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

/** What is wrong with the arguments, as the library says it: what was meant perhaps stands on a line of its own. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, "")
    .trimEnd()
    .replaceAll("\n", " ");
}
