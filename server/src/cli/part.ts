import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { SEVERITIES } from "../rules/rule.js";
import { reason } from "./files.js";
import type { Found } from "./found.js";
import { Failure } from "./io.js";

/**
 * The result of `check --shard`, in lines of JSON: a head, a line for each report in which something was found, and an
 * end that says how often names are used. Whatever depends on the other parts is decided when all are merged.
 */
export interface PartHead {
  /** The version of the program. */
  readonly version: string;
  readonly format: string;
  readonly index: number;
  readonly count: number;
}

/** A report in which something was found. */
export interface PartLine {
  /** Its place among all files of all parts. */
  readonly at: number;
  readonly path: string;
  readonly found: readonly Found[];
}

export interface PartEnd {
  /** How many files all parts together were chosen from. */
  readonly files: number;
  /** Whether something could not be checked. */
  readonly failed: boolean;
  readonly names: readonly (readonly [string, number])[];
}

/** How the first line of a part begins, and of nothing else. */
export const PART = '{"trip-report":"part"';

/** How many names stand on a line: a line is read as a whole. */
const NAMES_A_LINE = 1000;

/** The first line of a part's file: what checked, and which part of how many it is. */
export function headLine({ version, format, index, count }: PartHead): string {
  return `${JSON.stringify({ "trip-report": "part", version, format, index, count })}\n`;
}

/** The line of one report; nothing for one in which nothing was found. */
export function reportLine({ at, path, found }: PartLine): string {
  return found.length === 0
    ? ""
    : `${JSON.stringify([at, path, found.map(({ key: _, ...item }) => item)])}\n`;
}

/** What stands behind the reports: names, a few on a line, then how many files there were and whether something failed. */
export function* endLines({ files, failed, names }: PartEnd): Generator<string> {
  for (let at = 0; at < names.length; at += NAMES_A_LINE)
    yield `${JSON.stringify({ names: names.slice(at, at + NAMES_A_LINE) })}\n`;
  yield `${JSON.stringify({ files, failed })}\n`;
}

/** A part read once from beginning to end, and known to be whole and well-formed. */
export interface Part extends PartHead, PartEnd {
  readonly file: string;
}

/**
 * Reads a part without keeping its findings.
 * @throws Failure that names the file and says what is wrong.
 */
export async function readPart(file: string, absolute: string): Promise<Part> {
  let head: PartHead | undefined;
  let end: { readonly files: number; readonly failed: boolean } | undefined;
  const names: (readonly [string, number])[] = [];
  let last = -1;
  let number = 0;
  for await (const line of linesOf(file, absolute)) {
    const broken = new Failure(`${file}:${++number}: not a line of a part`);
    const value = parsed(line);
    if (end || value === undefined) throw broken;
    if (number === 1) head = headOf(value) ?? fail(broken);
    else if (Array.isArray(value)) {
      const { at } = lineOf(value) ?? fail(broken);
      if (at <= last || names.length > 0) throw broken;
      last = at;
    } else if (isObject(value) && Array.isArray(value.names)) {
      for (const name of value.names) names.push(isName(name) ? name : fail(broken));
    } else end = endOf(value) ?? fail(broken);
  }
  if (!head || !end) throw new Failure(`${file}: ends before its end: the run that wrote it was stopped`);
  if (last >= end.files) throw new Failure(`${file}: has more files than it says`);
  return { file, ...head, ...end, names };
}

/** The reports of a part that `readPart` has read, in order. */
export async function* reportsOf(file: string, absolute: string): AsyncGenerator<PartLine> {
  for await (const line of linesOf(file, absolute))
    if (line.startsWith("["))
      yield lineOf(parsed(line)) ?? fail(new Failure(`${file}: has changed meanwhile`));
}

async function* linesOf(file: string, absolute: string): AsyncGenerator<string> {
  const input = createReadStream(absolute, "utf8");
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    // The interface does not tell its stream's errors to those who go through it.
    const failed = new Promise<never>((_, reject) => input.once("error", reject));
    failed.catch(() => {});
    const iterator = lines[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([iterator.next(), failed]);
      if (next.done) break;
      yield next.value;
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${file}: ${reason(error)}`);
  } finally {
    lines.close();
    input.destroy();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function fail(error: Failure): never {
  throw error;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isName(value: unknown): value is readonly [string, number] {
  return Array.isArray(value) && typeof value[0] === "string" && isCount(value[1]);
}

function headOf(value: unknown): PartHead | undefined {
  if (!isObject(value) || value["trip-report"] !== "part") return undefined;
  const { version, format, index, count } = value;
  if (typeof version !== "string" || typeof format !== "string") return undefined;
  return isCount(index) && isCount(count) && index >= 1 && index <= count
    ? { version, format, index, count }
    : undefined;
}

function endOf(value: unknown): { readonly files: number; readonly failed: boolean } | undefined {
  if (!isObject(value) || !isCount(value.files) || typeof value.failed !== "boolean") return undefined;
  return { files: value.files, failed: value.failed };
}

function lineOf(value: unknown): PartLine | undefined {
  if (!Array.isArray(value)) return undefined;
  const [at, path, found] = value as readonly unknown[];
  if (!isCount(at) || typeof path !== "string" || !Array.isArray(found)) return undefined;
  return found.every(isFound) ? { at, path, found } : undefined;
}

function isFound(value: unknown): value is Found {
  if (!isObject(value)) return false;
  const { line, column, endLine, endColumn, code, severity, message, unless } = value;
  return (
    [line, column, endLine, endColumn].every(isCount) &&
    typeof code === "string" &&
    typeof message === "string" &&
    SEVERITIES.some((known) => known === severity) &&
    (value.if === undefined || typeof value.if === "string") &&
    (unless === undefined || (Array.isArray(unless) && unless.every((name) => typeof name === "string")))
  );
}
