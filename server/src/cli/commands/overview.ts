import { basename, resolve } from "node:path";
import { audienceFor } from "../../features/redaction.js";
import type { ReadableReport } from "../../overview/static-page.js";
import type { Reason } from "../../publish/blockers.js";
import { inEnglish } from "../../text/message.js";
import type { Text } from "../../text/text.js";
import { encode } from "../../workspace/decode.js";
import type { SettingsStore } from "../../workspace/settings-store.js";
import type { CliCommand } from "../command.js";
import { findReports, readSource, uriOf } from "../files.js";
import { DONE, FAILED, Failure, FOUND, type Io, printable } from "../io.js";
import { ConfigProblems, settingsFor } from "../settings.js";
import { writeWhole } from "../write-file.js";

interface Options {
  readonly output?: string;
  readonly audience?: string;
  readonly config?: string;
}

export const overviewCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("overview")
      .description("write a page that shows days, sessions, speakers and follow-ups at a glance")
      .argument(
        "[path...]",
        "reports, or folders and patterns of them; default: every report below the current folder",
      )
      .option("-o, --output <file>", "where to write the page; default: standard output")
      .option("--audience <audience>", "who will read the page; default: the widest audience")
      .option("--config <file>", "the configuration for all files, instead of the nearest one above each")
      .action((paths: string[], options: Options) => run(() => overview(io, paths, options)));
  },
};

type Readable = Extract<ReadableReport, { kind: "readable" }>;

/** Writes one page about all the reports, or nothing where one of them cannot be shown to its readers. */
async function overview(io: Io, paths: readonly string[], options: Options): Promise<number> {
  const settings = await settingsFor(io.cwd, options.config);
  const problems = new ConfigProblems();
  const readable: Readable[] = [];
  const sources: string[] = [];
  let status = DONE;
  const tell = (message: string, found: number) => {
    io.err(`trip-report: ${printable(message)}\n`);
    status = Math.max(status, found);
  };
  const attempt = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      tell(error.message, FAILED);
    }
  };
  const add = async (name: string) => {
    const { analysis, result } = await read(io, name, settings, problems, options);
    if (result.kind === "readable") readable.push(result);
    else for (const reason of result.reasons) tell(refusal(name, analysis.text, reason), FOUND);
  };
  for (const path of paths.length > 0 ? paths : ["."])
    await attempt(async () => {
      for await (const name of findReports(io.cwd, path, settings)) {
        const source = resolve(io.cwd, name);
        if (sources.includes(source)) continue;
        sources.push(source);
        await attempt(() => add(name));
      }
    });
  if (sources.length === 0 && status === DONE) tell("no report found; nothing is written", FAILED);
  if (status !== DONE) return status;
  const { overviewPage } = await import("../../overview/static-page.js");
  const page = overviewPage(readable);
  if (options.output === undefined) io.out(page);
  else await writeWhole(resolve(io.cwd, options.output), encode(page, "utf-8"), { sources });
  return DONE;
}

async function read(
  io: Io,
  name: string,
  store: SettingsStore,
  problems: ConfigProblems,
  { audience, output }: Options,
) {
  const { publishOptions } = await import("../../features/public-copy.js");
  const { readableOverview } = await import("../../overview/static-page.js");
  const source = readSource(io.cwd, name);
  const settings = await store.for(uriOf(io.cwd, name));
  problems.tell(io, settings);
  if (problems.grave) throw new Failure(`${name}: not shown: the configuration has errors`);
  const { config, analyser } = settings;
  if (audienceFor(config, audience) === undefined)
    throw new Failure(`--audience: “${audience}” is not one of ${config.audiences.join(", ")}`);
  const analysis = analyser.analyse(source.text, source.format);
  const names = output === undefined ? [] : [basename(output)];
  const result = readableOverview(
    analysis,
    publishOptions(source.format, config, analyser, { format: "md", audience, names }),
  );
  return { analysis, result };
}

function refusal(name: string, text: Text, { from, code, message, in: where }: Reason): string {
  if (where === "copy") return `${name}: not shown: ${inEnglish(message)} (${code})`;
  const { line, column } = text.positionAt(from);
  return `${name}:${line + 1}:${column + 1}: not shown: ${inEnglish(message)} (${code})`;
}
