import type { UsualSpellings } from "../report/spellings.js";
import type { Severity } from "../rules/rule.js";

/** A finding as it is printed: plain data, which threads and files can pass on. */
export interface Found {
  /** 1-based; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What a baseline knows it by, where one is used. */
  readonly key?: string;
  /** It holds only if this name is nearly one that all reports together use more often. */
  readonly if?: string;
  /** It holds only if none of these names is. */
  readonly unless?: readonly string[];
}

/** A report and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly found: readonly Found[];
}

/** Stands in a message for the commoner name while that is not known: no text that somebody types has it. */
export const COMMONER = "\ufffc";

/** What holds of some findings, now that all names are known. */
export function settled(found: readonly Found[], usual: UsualSpellings): Found[] {
  return found.flatMap(({ if: name, unless, ...item }) => {
    if (unless?.some((own) => usual.of(own) !== undefined)) return [];
    if (name === undefined) return [item];
    const other = usual.of(name);
    return other === undefined ? [] : [{ ...item, message: withName(item.message, other) }];
  });
}

function withName(message: string, name: string): string {
  const at = message.lastIndexOf(COMMONER);
  return at < 0 ? message : message.slice(0, at) + name + message.slice(at + COMMONER.length);
}

/** Whether a run that found this ends with the status for findings. */
export function isGrave({ severity }: Pick<Found, "severity">): boolean {
  return severity === "error" || severity === "warning";
}

/** Adds how often names are used to a sum. */
export function addNames(sum: Map<string, number>, names: Iterable<readonly [string, number]>): void {
  for (const [name, count] of names) sum.set(name, (sum.get(name) ?? 0) + count);
}
