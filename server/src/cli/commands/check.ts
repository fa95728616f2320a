import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Option } from "commander";
import type { Diagnostic } from "../../features/diagnostic.js";
import { diagnostics } from "../../features/diagnostics.js";
import { speakerCounts } from "../../report/model.js";
import { UsualSpellings } from "../../report/spellings.js";
import { inEnglish } from "../../text/message.js";
import { decode } from "../../workspace/decode.js";
import { formatOf } from "../../workspace/report-files.js";
import type { Settings, SettingsStore } from "../../workspace/settings-store.js";
import { BASELINE_NAME, type Baseline, BaselineWriter, notAccepted, readBaseline } from "../baseline.js";
import type { CliCommand } from "../command.js";
import { findReports, readSource, reason, type SourceFile, uriOf } from "../files.js";
import { stagedContent, stagedFiles } from "../git.js";
import { DONE, FAILED, Failure, FOUND, type Io, printable } from "../io.js";
import { reporters } from "../reporters/index.js";
import type { CheckedFile, ToldDiagnostic } from "../reporters/reporter.js";
import { ConfigProblems, settingsFor } from "../settings.js";

interface CheckOptions {
  readonly format: string;
  readonly audience?: string;
  readonly showText?: true;
  readonly config?: string;
  readonly baseline: string | boolean;
  readonly writeBaseline?: string;
  readonly staged?: true;
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
        new Option("--format <format>", "how to print them").choices(Object.keys(reporters)).default("text"),
      )
      .option("--audience <audience>", "who will read the files")
      .option("--show-text", "repeat the report's own words in messages")
      .option("--config <file>", "the configuration for all files, instead of the nearest one above each")
      .option("--baseline <file>", `findings that are accepted (default: ${BASELINE_NAME}, if there is one)`)
      .option("--no-baseline", "take no baseline into account")
      .option("--write-baseline <file>", "accept everything that is found now")
      .option("--staged", "check the staged content of staged reports")
      .option("--stdin-filename <file>", "the name that standard input goes by", "standard-input.trip.md")
      .action((paths: string[], options: CheckOptions) => run(() => new Check(io, paths, options).run()));
  },
};

/** A report, what was found about it, and how often it names each speaker. */
interface Checked extends CheckedFile {
  readonly source: SourceFile;
  readonly names: ReadonlyMap<string, number>;
}

/** One run of `check`. */
class Check {
  private readonly problems = new ConfigProblems();
  private failed = false;

  constructor(
    private readonly io: Io,
    private readonly named: readonly string[],
    private readonly options: CheckOptions,
  ) {}

  async run(): Promise<number> {
    const { io, options } = this;
    const settings = await settingsFor(io.cwd, options.config);
    const baseline = await this.baseline();
    const written = options.writeBaseline === undefined ? undefined : new BaselineWriter();
    const reporter = reporters[options.format]!(io.colour);
    const checked: Checked[] = [];
    const names = new Map<string, number>();
    let found = false;
    io.out(reporter.start());
    for await (const source of this.sources(settings)) {
      if (source instanceof Failure) {
        this.fail(source.message);
        continue;
      }
      if (checked.length % 50 === 49) io.progress?.(`${checked.length + 1} reports checked`);
      const file = await this.check(source, await settings.for(uriOf(io.cwd, source.path)));
      checked.push(file);
      for (const [name, count] of file.names) names.set(name, (names.get(name) ?? 0) + count);
    }
    const usual = new UsualSpellings(names);
    for (const first of checked) {
      const own = new UsualSpellings(first.names);
      // Only now is it known how the others spell a name; few reports have one that is spelt otherwise.
      const again = [...first.names.keys()].some((name) => usual.of(name) !== own.of(name));
      const { source } = first;
      const file = again
        ? await this.check(source, await settings.for(uriOf(io.cwd, source.path)), names)
        : first;
      written?.add(file);
      const shown = baseline && !written ? { ...file, diagnostics: notAccepted(baseline, file) } : file;
      found ||= shown.diagnostics.some(({ severity }) => severity === "error" || severity === "warning");
      const printed = reporter.file(shown);
      if (printed !== "") io.progress?.("");
      io.out(printed);
    }
    io.progress?.("");
    io.out(reporter.end());
    if (checked.length === 0 && !this.failed) io.err("0 reports checked\n");
    if (written) await this.write(options.writeBaseline!, written.text());
    if (this.failed || this.problems.grave) return FAILED;
    return found && !written ? FOUND : DONE;
  }

  /** Checks one report; `names` says how often each speaker is named in all of them, where that is known. */
  private async check(
    source: SourceFile,
    settings: Settings,
    names?: ReadonlyMap<string, number>,
  ): Promise<Checked> {
    const { config, analyser, terms } = settings;
    const { audience, showText } = this.options;
    this.problems.tell(this.io, settings);
    if (audience !== undefined && !config.audiences.includes(audience))
      throw new Failure(`--audience: “${audience}” is not one of ${config.audiences.join(", ")}`);
    const analysis = analyser.analyse(source.text, source.format);
    const found = diagnostics(analysis, {
      config,
      terms,
      ...(config.rules.credential === "off" ? {} : { credentials: await this.credentials(source.text) }),
      ...(audience === undefined ? {} : { audience }),
      ...(names ? { names } : {}),
      onCrash: (rule, error) => this.fail(`${source.path}: rule ${rule} failed: ${reason(error)}`),
    });
    return {
      source,
      path: source.path,
      text: analysis.text,
      diagnostics: found.map((item) => told(item, showText === true)),
      names: speakerCounts(analysis.report.sections),
    };
  }

  /** Loaded only now: most commands never need it. */
  private async credentials(text: string) {
    const { findCredentials } = await import("../../credentials/secretlint.js");
    return findCredentials(text);
  }

  /** Everything to check, one after the other; what cannot be read comes as the failure that says why. */
  private async *sources(settings: SettingsStore): AsyncGenerator<SourceFile | Failure> {
    const { io, named, options } = this;
    if (options.staged) return yield* this.staged(settings);
    if (named.includes("-")) yield await this.stdin().catch(failure);
    const paths = named.filter((name) => name !== "-");
    if (named.length > 0 && paths.length === 0) return;
    const seen = new Set<string>();
    for (const name of paths.length === 0 ? ["."] : paths) {
      try {
        for await (const path of findReports(io.cwd, name, settings)) {
          if (seen.has(resolve(io.cwd, path))) continue;
          seen.add(resolve(io.cwd, path));
          yield await readSource(io.cwd, path).catch(failure);
        }
      } catch (error) {
        yield failure(error);
      }
    }
  }

  private async stdin(): Promise<SourceFile> {
    const path = this.options.stdinFilename;
    try {
      return { path, ...decode(await this.io.stdin()), format: formatOf(path) };
    } catch (error) {
      throw new Failure(`standard input: ${reason(error)}`);
    }
  }

  private async *staged(settings: SettingsStore): AsyncGenerator<SourceFile | Failure> {
    const { io, named } = this;
    const below = named.map((name) => resolve(io.cwd, name));
    for (const path of await stagedFiles(io.cwd)) {
      const absolute = resolve(io.cwd, path);
      if (below.length > 0 && !below.some((place) => absolute === place || absolute.startsWith(`${place}/`)))
        continue;
      try {
        const decoded = decode(await stagedContent(io.cwd, path));
        const uri = uriOf(io.cwd, path);
        if ((await settings.for(uri)).isReport(uri, () => decoded.text))
          yield { path, ...decoded, format: formatOf(path) };
      } catch (error) {
        // What is not text is no report, unless its name says that it is one.
        if (/\.trip(?:report)?\.md$/i.test(path)) yield new Failure(`${path}: ${reason(error)}`);
      }
    }
  }

  private async baseline(): Promise<Baseline | undefined> {
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

/** The command line speaks English: what reads its output depends on the words. */
function told(found: Diagnostic, withText: boolean): ToldDiagnostic {
  const { message, messageWithText = message } = found;
  return { ...found, message: inEnglish(withText ? messageWithText : message) };
}

/** A failure as it is; anything else is a mistake of ours and goes on up. */
function failure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
