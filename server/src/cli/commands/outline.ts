import { InvalidArgumentError, Option } from "commander";
import type { Analysis } from "../../analysis.js";
import { explainSection, sectionAt } from "../../report/explain.js";
import type { Settings, SettingsStore } from "../../workspace/settings-store.js";
import type { CliCommand } from "../command.js";
import { readSource, uriOf } from "../files.js";
import { DONE, FAILED, Failure, type Io, printable } from "../io.js";
import type { OutlineResult } from "../outline-job.js";
import { resultOf } from "../report-jobs.js";
import { ConfigProblems, settingsFor } from "../settings.js";
import { type Item, workThrough } from "../work-through.js";

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
  let status = DONE;
  const fail = (message: string) => {
    io.err(`trip-report: ${printable(message)}\n`);
    status = FAILED;
  };
  if (explain !== undefined) {
    for (const file of files) {
      try {
        const source = readSource(io.cwd, file);
        const settings = await store.for(uriOf(io.cwd, file));
        problems.tell(io, settings);
        io.out(explanation(file, settings.analyser.analyse(source.text, source.format), explain));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        fail(error.message);
      }
    }
    return problems.grave ? FAILED : status;
  }
  let any = false;
  for await (const [settings, outcome] of workThrough(items(io, files, format, store), io.threads)) {
    const { printed, failure } = resultOf<OutlineResult>(outcome!);
    if (failure !== undefined) fail(failure);
    if (printed === undefined) continue;
    problems.tell(io, settings);
    io.out(format === "text" ? printed : `${any ? "," : "["}\n${printed}`);
    any = true;
  }
  if (format === "json") io.out(any ? "\n]\n" : "[]\n");
  return problems.grave ? FAILED : status;
}

async function* items(
  { cwd, colour }: Io,
  files: readonly string[],
  format: Options["format"],
  store: SettingsStore,
): AsyncGenerator<Item<Settings>> {
  for (const path of files) {
    const settings = await store.for(uriOf(cwd, path));
    yield { about: settings, job: { kind: "outline", cwd, path, format, colour }, settings };
  }
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
