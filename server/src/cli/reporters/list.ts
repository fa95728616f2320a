import { VERSION } from "../../version.js";
import type { Found } from "../found.js";
import { jsonFormat } from "./json.js";
import type { Reporter } from "./reporter.js";
import { sarifFormat } from "./sarif.js";

/** One result as a format prints it. */
export type Result = Readonly<Record<string, unknown>>;

/** A format that is a list of results between a head and a tail. */
export interface ListFormat {
  readonly name: string;
  readonly head: string;
  /** What stands before each result but for the comma. */
  readonly before: string;
  tail(any: boolean): string;
  result(path: string, found: Found): Result;
  /** Whether a result is an error or a warning. */
  isGrave(result: Result): boolean;
  /** The results of a whole file, or why it is none of this format; undefined for other files. */
  read(value: unknown): readonly unknown[] | string | undefined;
}

/** The formats that can be merged. */
export const listFormats: ReadonlyMap<string, ListFormat> = new Map(
  [jsonFormat(), sarifFormat(VERSION)].map((format) => [format.name, format]),
);

/** Prints one result after the other, separated. */
export function separated() {
  let any = false;
  const print = (format: ListFormat, result: Result): string => {
    const comma = any ? "," : "";
    any = true;
    return `${comma}${format.before}${JSON.stringify(result)}`;
  };
  return Object.assign(print, { any: () => any });
}

/** A reporter for a format whose output is one list over all reports. */
export function listReporter(format: ListFormat): Reporter {
  const print = separated();
  return {
    start: () => format.head,
    file: ({ path, found }) => found.map((item) => print(format, format.result(path, item))).join(""),
    end: () => format.tail(print.any()),
  };
}

/** The results in the text of a whole file, or why it has none. */
export function completeResults(
  text: string,
): { readonly format: ListFormat; readonly items: readonly Result[] } | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is no JSON";
  }
  for (const format of listFormats.values()) {
    const items = format.read(value);
    if (items === undefined) continue;
    if (typeof items === "string") return items;
    const wrong = items.findIndex((item) => typeof item !== "object" || item === null || Array.isArray(item));
    return wrong < 0 ? { format, items: items as Result[] } : `result ${wrong + 1} is none`;
  }
  return "is no result of check, neither JSON nor SARIF";
}
