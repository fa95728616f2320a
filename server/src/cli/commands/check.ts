import { Option } from "commander";
import { Analyser } from "../../analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../config.js";
import { diagnostics } from "../../features/diagnostics.js";
import { decode } from "../../workspace/decode.js";
import { formatOf } from "../../workspace/report-files.js";
import { type CheckedFile, type CheckFormat, checkFormats } from "../check-formats.js";
import type { CliCommand } from "../command.js";
import { findReports, readSource, reason, type SourceFile } from "../files.js";
import { DONE, FAILED, Failure, FOUND, type Io, printable } from "../io.js";

interface CheckOptions {
  readonly format: CheckFormat;
  readonly audience?: string;
  readonly showText?: true;
  readonly stdinFilename: string;
}

export const checkCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("check")
      .description("report diagnostics")
      .argument(
        "[path...]",
        "files, folders or patterns; “-” reads standard input; default: every report below this folder",
      )
      .addOption(
        new Option("--format <format>", "how to print them")
          .choices(Object.keys(checkFormats))
          .default("text"),
      )
      .addOption(
        new Option("--audience <audience>", "who will read the files").choices([...DEFAULT_CONFIG.audiences]),
      )
      .option("--show-text", "repeat the report's own words in messages")
      .option("--stdin-filename <file>", "the name that standard input goes by", "standard-input.trip.md")
      .action((paths: string[], options: CheckOptions) => run(() => check(io, paths, options)));
  },
};

async function check(io: Io, named: readonly string[], options: CheckOptions): Promise<number> {
  const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
  const checked: CheckedFile[] = [];
  let failed = false;
  for await (const source of sources(io, named, options)) {
    if (source instanceof Failure) {
      failed = true;
      io.err(`trip-report: ${printable(source.message)}\n`);
      continue;
    }
    const analysis = analyser.analyse(source.text, source.format);
    const found = diagnostics(analysis, {
      config: DEFAULT_CONFIG,
      ...(options.audience === undefined ? {} : { audience: options.audience }),
      onCrash: (rule, error) => {
        failed = true;
        io.err(`trip-report: ${printable(source.path)}: rule ${rule} failed: ${printable(reason(error))}\n`);
      },
    });
    const shown = options.showText
      ? found.map((item) => ({ ...item, message: item.messageWithText ?? item.message }))
      : found;
    checked.push({ path: source.path, text: analysis.text, diagnostics: shown });
  }
  io.out(checkFormats[options.format](checked, io.colour));
  if (checked.length === 0 && !failed) io.err("0 reports checked\n");
  if (failed) return FAILED;
  const grave = checked.some((file) =>
    file.diagnostics.some(({ severity }) => severity === "error" || severity === "warning"),
  );
  return grave ? FOUND : DONE;
}

/** Everything to check, one after the other; what cannot be read comes as the failure that says why. */
async function* sources(
  io: Io,
  named: readonly string[],
  { stdinFilename }: CheckOptions,
): AsyncGenerator<SourceFile | Failure> {
  if (named.includes("-")) yield await fromStdin(io, stdinFilename);
  const paths = named.filter((name) => name !== "-");
  if (named.length > 0 && paths.length === 0) return;
  for (const name of paths.length === 0 ? ["."] : paths) {
    try {
      for (const path of await findReports(io.cwd, [name]))
        yield await readSource(io.cwd, path).catch(failure);
    } catch (error) {
      yield failure(error);
    }
  }
}

async function fromStdin(io: Io, path: string): Promise<SourceFile | Failure> {
  try {
    return { path, text: decode(await io.stdin()).text, format: formatOf(path) };
  } catch (error) {
    return new Failure(`standard input: ${reason(error)}`);
  }
}

/** A failure as it is; anything else is a mistake of ours and goes on up. */
function failure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
