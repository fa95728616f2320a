import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { publishOptions } from "../features/public-copy.js";
import { audienceFor } from "../features/redaction.js";
import { assetsOf } from "../publish/assets.js";
import type { Reason } from "../publish/blockers.js";
import { isUsableMarker } from "../publish/marker.js";
import type { OutputFormat } from "../publish/options.js";
import { type PublishOptions, type PublishResult, publish } from "../publish/publish.js";
import { inEnglish } from "../text/message.js";
import { Text } from "../text/text.js";
import { encode } from "../workspace/decode.js";
import type { Settings } from "../workspace/settings-store.js";
import { type ReadAsset, readAssets, type SkippedAsset, writeAsset } from "./assets.js";
import { readSource, type SourceFile, uriOf } from "./files.js";
import { DONE, FAILED, Failure, FOUND, type Io, printable } from "./io.js";
import { ConfigProblems, settingsFor } from "./settings.js";
import { undisturbed } from "./undisturbed.js";
import { isInside, whyNot, writeWhole } from "./write-file.js";

/** What the user asked `publish` for. */
export interface PublishArguments {
  readonly to?: OutputFormat;
  readonly output?: string;
  readonly outDir?: string;
  readonly audience?: string;
  readonly remove?: true;
  readonly dryRun?: true;
  readonly force?: true;
  readonly fragment?: true;
  readonly manifest?: true;
  readonly config?: string;
}

type Published = Extract<PublishResult, { kind: "published" }>;

/** A copy that passed the gate and waits to be written. */
interface Copy {
  readonly source: SourceFile;
  readonly text: Text;
  readonly options: PublishOptions;
  readonly result: Published;
  readonly target: string | undefined;
  readonly assets: readonly ReadAsset[];
}

/** One run of `publish`: everything is read and judged first, then what may be written is. */
export class PublishRun {
  private readonly problems = new ConfigProblems();
  private status = DONE;

  constructor(
    private readonly io: Io,
    private readonly named: readonly string[],
    private readonly options: PublishArguments,
  ) {}

  async run(): Promise<number> {
    this.checkUsage();
    const settings = await settingsFor(this.io.cwd, this.options.config);
    const copies: Copy[] = [];
    for (const name of this.named)
      await this.attempt(async () => {
        const source = readSource(this.io.cwd, name);
        const copy = await this.prepare(source, await settings.for(uriOf(this.io.cwd, name)));
        if (copy) copies.push(copy);
      });
    if (this.options.dryRun) return this.status;
    this.checkTargets(copies);
    // A copy never stands beside the manifest of another one.
    for (const copy of copies) await this.attempt(() => undisturbed(() => this.write(copy)));
    return this.problems.grave ? FAILED : this.status;
  }

  private checkUsage(): void {
    const { output, outDir, manifest, fragment, to } = this.options;
    if (output !== undefined && outDir !== undefined)
      throw new Failure("-o and --out-dir exclude each other");
    if (output !== undefined && this.named.length > 1)
      throw new Failure("-o takes one report; use --out-dir");
    if (manifest && output === undefined && outDir === undefined)
      throw new Failure("--manifest needs -o or --out-dir, as it stands beside the copy");
    if (fragment && to !== "html") throw new Failure("--fragment goes with --to html");
  }

  /** Runs one step for one file; a failure is told in one line and the other files go on. */
  private async attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.tell(error.message);
      this.status = FAILED;
    }
  }

  private async prepare(source: SourceFile, settings: Settings): Promise<Copy | undefined> {
    this.problems.tell(this.io, settings);
    if (this.problems.grave) throw new Failure(`${source.path}: not published: the configuration has errors`);
    const format = this.options.to ?? (source.format === "markdown" ? "md" : "txt");
    const target = this.target(source.path, format, settings);
    const analysis = settings.analyser.analyse(source.text, source.format);
    const outside = target === undefined ? [] : [basename(target)];
    const options = this.publishOptions(source, settings, format, outside);
    const first = publish(analysis, options);
    const assets = first.kind === "published" ? assetsOf(first.copy.syntax) : [];
    const beside = this.folderOf(settings) === undefined ? [] : assets;
    const result =
      beside.length > 0
        ? publish(analysis, { ...options, names: [...outside, ...beside.map(({ path }) => path)] })
        : first;
    if (this.options.dryRun) this.listRedactions(source, analysis.text, result);
    if (result.kind === "refused") {
      for (const reason of result.reasons) this.refuse(source.path, analysis.text, reason);
      this.status = Math.max(this.status, FOUND);
      return undefined;
    }
    const { read, skipped } = await readAssets(dirname(resolve(this.io.cwd, source.path)), beside);
    for (const skip of skipped) this.skipped(source.path, result, skip);
    const left = assetsOf(analysis.syntax).filter(({ path }) => !assets.some((asset) => asset.path === path));
    for (const { from } of left)
      this.tell(
        `${source.path}:${analysis.text.lineAt(from) + 1}: a file that only withheld text refers to is left out`,
      );
    return { source, text: analysis.text, options, result, target, assets: read };
  }

  private publishOptions(
    { path, format: sourceFormat }: SourceFile,
    { config, analyser }: Settings,
    format: OutputFormat,
    names: readonly string[],
  ): PublishOptions {
    const { audience, remove, force, fragment } = this.options;
    if (audienceFor(config, audience) === undefined)
      throw new Failure(`--audience: “${audience}” is not one of ${config.audiences.join(", ")}`);
    if (!isUsableMarker(config.redacted.marker, (text) => analyser.analyse(text, "markdown")))
      throw new Failure(`${path}: the configured marker would itself read as a comment`);
    return publishOptions(sourceFormat, config, analyser, {
      format,
      audience,
      remove: remove === true,
      force: force === true,
      fragment: fragment === true,
      names,
    });
  }

  /** The folder that copies go to, if they go to one. */
  private folderOf({ config, source }: Settings): string | undefined {
    if (this.options.outDir !== undefined) return resolve(this.io.cwd, this.options.outDir);
    if (this.options.output !== undefined || config.publish.outDir === undefined || !source) return undefined;
    const root = dirname(fileURLToPath(source.uri));
    const folder = resolve(root, config.publish.outDir);
    // A configuration comes with the reports; whoever runs the command has not chosen where its links lead.
    if (!isInside(root, folder))
      throw new Failure(
        `publish.outDir: ${config.publish.outDir}: a link leads out of the configuration's folder`,
      );
    return folder;
  }

  private target(path: string, format: OutputFormat, settings: Settings): string | undefined {
    if (this.options.output !== undefined) return resolve(this.io.cwd, this.options.output);
    const folder = this.folderOf(settings);
    if (folder === undefined) return undefined;
    const name = basename(path);
    if (format === "md" && /\.(?:md|markdown|mdown|mkd)$/i.test(name)) return join(folder, name);
    const base = name.replace(/(?:\.trip|\.tripreport)?\.(?:md|markdown|mdown|mkd|txt|text)$/i, "");
    return join(folder, `${base}.${format}`);
  }

  private checkTargets(copies: readonly Copy[]): void {
    const seen = new Set<string>();
    for (const { target, source } of copies) {
      if (target === undefined) continue;
      if (seen.has(target))
        throw new Failure(`${source.path}: another report would be written to the same file`);
      seen.add(target);
    }
  }

  private async write({ source, result, target, assets, options }: Copy): Promise<void> {
    if (target === undefined) return this.io.out(result.output);
    const sources = this.named.map((name) => resolve(this.io.cwd, name));
    const bytes = encode(result.output, options.format === "html" ? "utf-8" : source.encoding);
    if (this.options.output === undefined)
      await mkdir(dirname(target), { recursive: true }).catch((error: unknown) => {
        throw new Failure(`${dirname(target)}: ${whyNot(error)}`);
      });
    for (const asset of assets) await writeAsset(dirname(target), asset, sources);
    await writeWhole(target, bytes, { sources });
    if (this.options.manifest) {
      const manifest = manifestOf(source, bytes, options, result, assets);
      await writeWhole(`${target}.manifest.json`, encode(manifest, "utf-8"), { sources });
    }
    const count = result.redactions.filter(({ kind }) => kind === "redact").length;
    const beside =
      assets.length === 0 ? "" : `, ${assets.length} ${assets.length === 1 ? "file" : "files"} beside it`;
    this.io.out(`${printable(source.path)}: ${count} redacted${beside}\n`);
    for (const { path, metadata } of assets)
      if (metadata.length > 0) this.tell(`${path}: its metadata tells ${metadata.join(", ")}`);
  }

  private listRedactions({ path }: SourceFile, text: Text, { redactions }: PublishResult): void {
    for (const { from, to, what, kind } of redactions) {
      const { line, column } = text.positionAt(from);
      const does = kind === "drop" ? "dropped" : "redacted";
      this.io.out(`${printable(path)}:${line + 1}:${column + 1}: ${what}, ${to - from} characters ${does}\n`);
    }
    this.io.out(
      `${printable(path)}: ${redactions.filter(({ kind }) => kind === "redact").length} redacted\n`,
    );
  }

  private refuse(path: string, text: Text, { from, to, code, message, in: where }: Reason): void {
    if (where === "copy") {
      this.tell(
        `${path}: not published: ${inEnglish(message)} (${code}, at character ${from + 1} of the copy, ${to - from} long)`,
      );
      return;
    }
    const { line, column } = text.positionAt(from);
    this.tell(`${path}:${line + 1}:${column + 1}: not published: ${inEnglish(message)} (${code})`);
  }

  private skipped(path: string, { copy }: Published, { asset, why }: SkippedAsset): void {
    const line = Text.of(copy.syntax.text).lineAt(asset.from) + 1;
    this.tell(`${path}: line ${line} of the copy refers to ${asset.path}, which ${why}; it is not copied`);
  }

  private tell(message: string): void {
    this.io.err(`trip-report: ${printable(message)}\n`);
  }
}

/** Hashes and counts of one copy; no word of the report. */
function manifestOf(
  source: SourceFile,
  bytes: Uint8Array,
  { audience, format }: PublishOptions,
  { redactions }: Published,
  assets: readonly ReadAsset[],
): string {
  const hash = (content: Uint8Array) => `sha256:${createHash("sha256").update(content).digest("hex")}`;
  const forms: Record<string, number> = {};
  for (const { what } of redactions) forms[what] = (forms[what] ?? 0) + 1;
  const manifest = {
    source: hash(encode(source.text, source.encoding)),
    copy: hash(bytes),
    audience,
    format,
    redacted: redactions.filter(({ kind }) => kind === "redact").length,
    forms,
    files: assets.map(({ path, bytes: content }) => ({ path, hash: hash(content) })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
