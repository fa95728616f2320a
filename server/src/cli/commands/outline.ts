import { Option } from "commander";
import { Analyser } from "../../analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../config.js";
import type { CliCommand } from "../command.js";
import { readSource } from "../files.js";
import { DONE, FAILED, Failure, type Io, printable } from "../io.js";
import { outlineJson } from "../outline-json.js";
import { outlineText } from "../outline-text.js";

export const outlineCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("outline")
      .description("print the recognised structure of reports")
      .argument("<file...>", "reports to read")
      .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
      .action((files: string[], options: { format: "text" | "json" }) =>
        run(() => outline(io, files, options.format)),
      );
  },
};

/** Prints the outline of each file; a file that cannot be read is named on standard error and the rest go on. */
async function outline(io: Io, files: readonly string[], format: "text" | "json"): Promise<number> {
  const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
  const objects: object[] = [];
  let status = DONE;
  for (const file of files) {
    try {
      const source = await readSource(io.cwd, file);
      const analysis = analyser.analyse(source.text, source.format);
      if (format === "json") objects.push(outlineJson(file, analysis));
      else io.out(outlineText(file, analysis, io.colour));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      io.err(`trip-report: ${printable(error.message)}\n`);
      status = FAILED;
    }
  }
  if (format === "json") io.out(`${JSON.stringify(objects, undefined, 2)}\n`);
  return status;
}
