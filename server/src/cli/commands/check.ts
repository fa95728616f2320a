import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Option } from "commander";
import { UsualSpellings } from "../../report/spellings.js";
import { VERSION } from "../../version.js";
import type { Settings } from "../../workspace/settings-store.js";
import { BASELINE_NAME, type Baseline, BaselineWriter, notAccepted, readBaseline } from "../baseline.js";
import type { Checked, CheckResult } from "../check-job.js";
import { type CheckSource, checkSources } from "../check-sources.js";
import type { CliCommand } from "../command.js";
import { reason, uriOf } from "../files.js";
import { addNames, type CheckedFile, type Found, isGrave, settled } from "../found.js";
import { DONE, FAILED, Failure, FOUND, type Io, printable } from "../io.js";
import { endLines, headLine, reportLine } from "../part.js";
import { resultOf } from "../report-jobs.js";
import { reporters } from "../reporters/index.js";
import { listFormats } from "../reporters/list.js";
import { ConfigProblems, settingsFor } from "../settings.js";
import { Shard } from "../shard.js";
import { type Item, workThrough } from "../work-through.js";

interface CheckOptions {
  readonly format: string;
  readonly audience?: string;
  readonly showText?: true;
  readonly config?: string;
  readonly baseline: string | boolean;
  readonly writeBaseline?: string;
  readonly staged?: true;
  readonly stdinFilename: string;
  readonly shard?: string;
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
        new Option("--format <format>", "how to print them").choices([...reporters.keys()]).default("text"),
      )
      .option("--audience <audience>", "who will read the files")
      .option("--show-text", "repeat the report's own words in messages")
      .option("--config <file>", "the configuration for all files, instead of the nearest one above each")
      .option("--baseline <file>", `findings that are accepted (default: ${BASELINE_NAME}, if there is one)`)
      .option("--no-baseline", "take no baseline into account")
      .option("--write-baseline <file>", "accept everything that is found now")
      .option("--staged", "check the staged content of staged reports")
      .option("--stdin-filename <file>", "the name that standard input goes by", "standard-input.trip.md")
      .option(
        "--shard <part>",
        "check one part of the files, like 2/8; JSON and SARIF of all parts go to merge",
      )
      .action((paths: string[], options: CheckOptions) => run(() => new Check(io, paths, options).run()));
  },
};

/** One run of `check`. */
class Check {
  private readonly problems = new ConfigProblems();
  private readonly names = new Map<string, number>();
  private readonly written: BaselineWriter | undefined;
  private baseline: Baseline | undefined;
  private failed = false;
  private found = false;
  private count = 0;

  constructor(
    private readonly io: Io,
    private readonly named: readonly string[],
    private readonly options: CheckOptions,
  ) {
    this.written = options.writeBaseline === undefined ? undefined : new BaselineWriter();
  }

  async run(): Promise<number> {
    const { io, options, written } = this;
    const shard = options.shard === undefined ? undefined : Shard.of(options.shard);
    if (shard && written) throw new Failure("--shard: a baseline is written by a check of everything");
    this.baseline = written ? undefined : await this.readBaseline();
    await (shard && listFormats.has(options.format) ? this.part(shard) : this.whole(shard));
    io.progress?.("");
    if (this.count === 0 && !this.failed && !shard) io.err("0 reports checked\n");
    if (written) await this.write(options.writeBaseline!, written.text());
    if (this.failed || this.problems.grave) return FAILED;
    return this.found && !written ? FOUND : DONE;
  }

  /** Checks everything and prints it. */
  private async whole(shard: Shard | undefined): Promise<void> {
    const { io, names } = this;
    const reporter = reporters.get(this.options.format)!(io.colour);
    const print = (path: string, { found }: Checked, usual: UsualSpellings) => {
      const printed = reporter.file(this.kept(path, settled(JSON.parse(found) as Found[], usual)));
      if (printed !== "") io.progress?.("");
      io.out(printed);
    };
    io.out(reporter.start());
    // Only when all are read is it known how the others spell a name; what does not depend on it need not wait.
    const nobody = new UsualSpellings(new Map());
    const waiting: (readonly [string, Checked])[] = [];
    for await (const { path, checked } of this.checked(shard))
      if (waiting.length === 0 && checked.sure) print(path, checked, nobody);
      else waiting.push([path, checked]);
    const usual = new UsualSpellings(names);
    for (const [path, checked] of waiting) print(path, checked, usual);
    io.out(reporter.end());
  }

  /** Checks a part and prints it for `merge`. */
  private async part(shard: Shard): Promise<void> {
    const { io, names, options } = this;
    const { index, count } = shard;
    io.out(headLine({ version: VERSION, format: options.format, index, count }));
    let files = 0;
    for await (const { at, path, checked } of this.checked(shard, (all) => {
      files = all;
    }))
      io.out(reportLine({ at, ...this.kept(path, JSON.parse(checked.found) as Found[]) }));
    const failed = this.failed || this.problems.grave;
    for (const line of endLines({ files, failed, names: [...names] })) io.out(line);
  }

  /** What is left of a file's findings, noted for the status. */
  private kept(path: string, all: readonly Found[]): CheckedFile {
    this.written?.add(all);
    const found = this.baseline ? notAccepted(this.baseline, all) : all;
    this.found ||= found.some((item) => item.if === undefined && isGrave(item));
    return { path, found };
  }

  /** Every report in order, checked; what cannot be is told. `all` is told how many files there were to choose from. */
  private async *checked(shard: Shard | undefined, all?: (files: number) => void) {
    const { io, options } = this;
    const settings = await settingsFor(io.cwd, options.config);
    const sources = checkSources(io, this.named, options, settings, shard, all);
    for await (const [{ source, settings: own }, outcome] of workThrough(
      this.items(sources, settings),
      io.threads,
    )) {
      if (source instanceof Failure) {
        this.fail(source.message);
        continue;
      }
      const { failures, checked } = resultOf<CheckResult>(outcome!);
      for (const failure of failures) this.fail(failure);
      if (!checked) continue;
      if (own) this.problems.tell(io, own);
      if (++this.count % 50 === 0) io.progress?.(`${this.count} reports checked`);
      addNames(this.names, checked.names);
      yield { at: source.at, path: source.path, checked };
    }
  }

  private async *items(
    sources: AsyncIterable<CheckSource | Failure>,
    store: { for(uri: string): Promise<Settings> },
  ): AsyncGenerator<Item<{ readonly source: CheckSource | Failure; readonly settings?: Settings }>> {
    const { io, options } = this;
    const { audience, showText } = options;
    const salt = (this.written ?? this.baseline)?.salt;
    for await (const source of sources) {
      if (source instanceof Failure) {
        yield { about: { source } };
        continue;
      }
      const { path, content, unsure } = source;
      const settings = await store.for(uriOf(io.cwd, path));
      const job = {
        kind: "check" as const,
        cwd: io.cwd,
        path,
        ...(content ? { content } : {}),
        ...(unsure ? { unsure } : {}),
        ...(audience === undefined ? {} : { audience }),
        ...(showText ? { showText } : {}),
        ...(salt === undefined ? {} : { salt }),
      };
      yield { about: { source, settings }, job, settings };
    }
  }

  private async readBaseline(): Promise<Baseline | undefined> {
    const { baseline } = this.options;
    if (baseline === false) return undefined;
    const path = typeof baseline === "string" ? baseline : BASELINE_NAME;
    const text = await readFile(resolve(this.io.cwd, path), "utf8").catch((error: unknown) => {
      if (typeof baseline === "string") throw new Failure(`${path}: ${reason(error)}`);
      return undefined;
    });
    return text === undefined ? undefined : readBaseline(path, text, new Date().toISOString().slice(0, 10));
  }

  private async write(path: string, text: string): Promise<void> {
    await writeFile(resolve(this.io.cwd, path), text).catch((error: unknown) => {
      throw new Failure(`${path}: ${reason(error)}`);
    });
  }

  private fail(message: string): void {
    this.failed = true;
    this.io.err(`trip-report: ${printable(message)}\n`);
  }
}
