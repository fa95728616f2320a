import { createHash, randomBytes } from "node:crypto";
import type { Found } from "./found.js";
import { Failure } from "./io.js";

/** The name under which a baseline is looked for in the current folder. */
export const BASELINE_NAME = ".tripreport-baseline";

/** Findings that are known and accepted: `check` leaves them out. */
export interface Baseline {
  readonly salt: string;
  /** How often each line, without reason and date, is accepted. */
  readonly accepted: ReadonlyMap<string, number>;
}

/**
 * Reads a baseline: a line `# salt …`, then a line a finding: code, file, hash, and, where wanted, `until=2027-01-31`
 * and a reason, separated by tabs. An expired line counts no more.
 * @throws Failure for a line that is none of these.
 */
export function readBaseline(path: string, text: string, today: string): Baseline {
  let salt = "";
  const accepted = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") continue;
    if (line.startsWith("#")) {
      salt ||= /^# salt ([0-9a-f]{16,64})$/.exec(line)?.[1] ?? "";
      continue;
    }
    const [code, file, hash, ...more] = line.split("\t");
    if (!code || !file || !/^[0-9a-f]{16,64}$/.test(hash ?? ""))
      throw new Failure(`${path}:${index + 1}: not a line of a baseline`);
    const until = more
      .map((part) => /^until=(\d{4}-\d{2}-\d{2})$/.exec(part)?.[1])
      .find((date) => date !== undefined);
    if (until !== undefined && until < today) continue;
    const key = `${code}\t${file}\t${hash}`;
    accepted.set(key, (accepted.get(key) ?? 0) + 1);
  }
  return { salt, accepted };
}

/** The findings of a file that a baseline does not accept. They must have their keys. */
export function notAccepted({ accepted }: Baseline, found: readonly Found[]): Found[] {
  const left = new Map(accepted);
  return found.filter(({ key = "" }) => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}

/** Collects findings into a baseline's text: sorted, without line numbers and dates, so that it merges. */
export class BaselineWriter {
  readonly salt = randomBytes(16).toString("hex");
  private readonly lines: string[] = [];

  add(found: readonly Found[]): void {
    for (const { key } of found) if (key !== undefined) this.lines.push(key);
  }

  text(): string {
    return `${[`# salt ${this.salt}`, ...this.lines.sort()].join("\n")}\n`;
  }
}

/** What a baseline knows a finding by: code, file and a hash of its words; the salt keeps short secrets from being guessed from it. */
export function baselineKey(salt: string, path: string, code: string, text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  const hash = createHash("sha256").update(`${salt}\0${code}\0${words}`).digest("hex").slice(0, 32);
  return `${code}\t${path.replace(/\\/g, "/").replace(/[\t\r\n]/g, " ")}\t${hash}`;
}
