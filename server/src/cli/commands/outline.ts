import { InvalidArgumentError, Option } from "commander";
import type { Analysis } from "../../analysis.js";
import { explainSection, sectionAt } from "../../report/explain.js";
import type { CliCommand } from "../command.js";
import { readSource, uriOf } from "../files.js";
import { DONE, FAILED, Failure, type Io, printable } from "../io.js";
import { outlineJson } from "../outline-json.js";
import { outlineText } from "../outline-text.js";
import { ConfigProblems, settingsFor } from "../settings.js";

interface Options {
  readonly format: "text" | "json";
  readonly explain?: number;
}

export const outlineCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("outline")
      .description("print the recognised structure of reports")
      .argument("<file...>", "reports to read")
      .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
      .addOption(
        new Option("--explain <line>", "say why a line was taken for what it is").argParser(lineNumber),
      )
      .action((files: string[], options: Options) => run(() => outline(io, files, options)));
  },
};

function lineNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError("expected the number of a line.");
  return Number(value);
}

/** Prints the outline of each file; a file that cannot be read is named on standard error and the rest go on. */
async function outline(io: Io, files: readonly string[], { format, explain }: Options): Promise<number> {
  const store = await settingsFor(io.cwd, undefined);
  const problems = new ConfigProblems();
  const objects: object[] = [];
  let status = DONE;
  for (const file of files) {
    try {
      const source = await readSource(io.cwd, file);
      const settings = await store.for(uriOf(io.cwd, file));
      problems.tell(io, settings);
      const analysis = settings.analyser.analyse(source.text, source.format);
      if (explain !== undefined) io.out(explanation(file, analysis, explain));
      else if (format === "json") objects.push(outlineJson(file, analysis));
      else io.out(outlineText(file, analysis, io.colour));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      io.err(`trip-report: ${printable(error.message)}\n`);
      status = FAILED;
    }
  }
  if (format === "json" && explain === undefined) io.out(`${JSON.stringify(objects, undefined, 2)}\n`);
  return problems.grave ? FAILED : status;
}

/** Why the section at a line is what it is, and the section's own line where that is another. */
function explanation(file: string, { report, text }: Analysis, line: number): string {
  const place = `${printable(file)}:${line}`;
  if (line > text.lineCount) throw new Failure(`${file}: has ${text.lineCount} lines, not ${line}`);
  const { title } = report;
  if (title && text.lineAt(title.from) + 1 === line) return `${place}: the report's title\n`;
  const section =
    sectionAt(report.sections, text.lineEnd(line - 1)) ??
    sectionAt(report.sections, text.lineStart(line - 1));
  if (!section) return `${place}: before the first section\n`;
  const own = text.lineAt(section.heading.from) + 1;
  const [said, ...why] = explainSection(section);
  const where = own === line ? "" : ` of line ${own}, which this line is in`;
  return [
    `${place}: ${printable(said ?? "")}${where}`,
    ...why.map((reason) => `  ${printable(reason)}`),
    "",
  ].join("\n");
}
