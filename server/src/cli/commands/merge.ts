import { open, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UsualSpellings } from "../../report/spellings.js";
import { VERSION } from "../../version.js";
import type { CliCommand } from "../command.js";
import { reason } from "../files.js";
import { addNames, isGrave, settled } from "../found.js";
import { DONE, FAILED, Failure, FOUND, type Io } from "../io.js";
import { PART, type Part, type PartLine, readPart, reportsOf } from "../part.js";
import { completeResults, type ListFormat, listFormats, listReporter, separated } from "../reporters/list.js";

export const mergeCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("merge")
      .description("put results of check together: the parts of --shard, or whole results in JSON or SARIF")
      .argument(
        "<file...>",
        "all parts of one check, in any order; or results of several, in the order wanted",
      )
      .action((files: string[]) => run(() => merge(io, files)));
  },
};

/** Prints what one check of everything would have printed, and answers its status. */
async function merge(io: Io, files: readonly string[]): Promise<number> {
  const kinds = await Promise.all(files.map((file) => isPart(io, file)));
  const odd = files.find((_, at) => kinds[at] !== kinds[0]);
  if (odd !== undefined)
    throw new Failure(`${odd}: is ${kinds[0] ? "no part" : "a part"} of a check, unlike ${files[0]}`);
  return kinds[0] ? mergeParts(io, files) : mergeResults(io, files);
}

async function isPart({ cwd }: Io, file: string): Promise<boolean> {
  try {
    const handle = await open(resolve(cwd, file));
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(PART.length), 0, PART.length, 0);
      return buffer.toString("utf8", 0, bytesRead) === PART;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Failure(`${file}: ${reason(error)}`);
  }
}

async function mergeParts(io: Io, files: readonly string[]): Promise<number> {
  const names = new Map<string, number>();
  const parts: Omit<Part, "names">[] = [];
  for (const file of files) {
    const { names: own, ...part } = await readPart(file, resolve(io.cwd, file));
    addNames(names, own);
    parts.push(part);
  }
  const format = formatOf(parts);
  const usual = new UsualSpellings(names);
  const reporter = listReporter(format);
  let found = false;
  io.out(reporter.start());
  const streams = parts.map(({ file }) => reportsOf(file, resolve(io.cwd, file)));
  for await (const line of inOrder(streams)) {
    const file = { path: line.path, found: settled(line.found, usual) };
    found ||= file.found.some(isGrave);
    io.out(reporter.file(file));
  }
  io.out(reporter.end());
  return parts.some(({ failed }) => failed) ? FAILED : found ? FOUND : DONE;
}

/** The format of parts that are all there and fit together. */
function formatOf(parts: readonly Omit<Part, "names">[]): ListFormat {
  const [first] = parts;
  if (!first) throw new Failure("merge: no parts");
  const byIndex = new Map<number, string>();
  for (const part of parts) {
    const { file, index, count, format, files } = part;
    if (part.version !== VERSION)
      throw new Failure(`${file}: was made by version ${part.version}, this is ${VERSION}`);
    if (format !== first.format) throw new Failure(`${file}: is ${format}, ${first.file} is ${first.format}`);
    if (count !== first.count)
      throw new Failure(`${file}: is one of ${count} parts, ${first.file} one of ${first.count}`);
    if (files !== first.files)
      throw new Failure(`${file}: was chosen from ${files} files, ${first.file} from ${first.files}`);
    const same = byIndex.get(index);
    if (same !== undefined) throw new Failure(`${file}: is part ${index}/${count}, and so is ${same}`);
    byIndex.set(index, file);
  }
  for (let index = 1; index <= first.count; index++)
    if (!byIndex.has(index)) throw new Failure(`part ${index}/${first.count} is missing`);
  const format = listFormats.get(first.format);
  if (!format) throw new Failure(`${first.file}: “${first.format}” cannot be merged`);
  return format;
}

/** The reports of all parts in the order of one check. Only one of each part is kept in memory. */
async function* inOrder(parts: readonly AsyncGenerator<PartLine>[]): AsyncGenerator<PartLine> {
  const heads = await Promise.all(parts.map((part) => part.next()));
  for (;;) {
    let least: { readonly at: number; readonly line: PartLine } | undefined;
    for (const [at, head] of heads.entries())
      if (!head.done && (!least || head.value.at < least.line.at)) least = { at, line: head.value };
    if (!least) return;
    yield least.line;
    heads[least.at] = await parts[least.at]!.next();
  }
}

async function mergeResults(io: Io, files: readonly string[]): Promise<number> {
  let format: ListFormat | undefined;
  let found = false;
  const print = separated();
  for (const file of files) {
    const text = await readFile(resolve(io.cwd, file), "utf8").catch((error: unknown) => {
      throw new Failure(`${file}: ${reason(error)}`);
    });
    const results = completeResults(text);
    if (typeof results === "string") throw new Failure(`${file}: ${results}`);
    if (format && format !== results.format)
      throw new Failure(`${file}: is ${results.format.name}, ${files[0]} is ${format.name}`);
    if (!format) io.out(results.format.head);
    format = results.format;
    for (const result of results.items) {
      found ||= format.isGrave(result);
      io.out(print(format, result));
    }
  }
  if (format) io.out(format.tail(print.any()));
  return found ? FOUND : DONE;
}
