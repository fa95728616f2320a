import { createRequire } from "node:module";
import { join } from "node:path";
import type { CliCommand } from "../command.js";
import { DONE } from "../io.js";

export const lspCommand: CliCommand = {
  register(program, _io, run) {
    program
      .command("lsp")
      .description("run the language server")
      .requiredOption("--stdio", "talk over standard input and output")
      .option("--restricted", "for folders that are not trusted: git is not asked about them")
      .action(() => run(serve));
  },
};

/** Loads the server's bundle beside this one: the command line stays small for everything else. */
async function serve(): Promise<number> {
  createRequire(__filename)(join(__dirname, "server.js"));
  return DONE;
}
