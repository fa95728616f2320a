import type { PlacedFinding } from "../features/placed-findings.js";
import type { KnownNames } from "../report/spellings.js";
import type { FileOnDisk } from "../workspace/closed-reports.js";
import type { Pool } from "../workspace/pool.js";
import type { ReadText, Settings } from "../workspace/settings-store.js";
import { type FindingsJob, type FindingsResult, FindingsWorker } from "./findings-job.js";

/** Threads for such jobs; `here` does what a thread leaves undone. */
export type FindingsThreads = (
  here: (job: FindingsJob) => Promise<FindingsResult>,
) => Pool<FindingsJob, FindingsResult>;

/** With fewer files, starting threads takes longer than the work. */
const WORTH_THREADS = 24;
/** A larger file, in bytes, may need more memory than a thread has. */
const LARGE = 200_000;
/** How often a file is read whose names are others each time. */
const MOST_ROUNDS = 3;

/** Works out what is to be told of files that nobody has open, in threads where there are many of them. */
export class Findings {
  private readonly here: FindingsWorker;
  private readonly pool: Pool<FindingsJob, FindingsResult> | undefined;

  constructor(read: ReadText, threads: FindingsThreads | undefined) {
    this.here = new FindingsWorker(read);
    this.pool = threads?.((job) => this.here.work(job));
  }

  /**
   * Does `work` for each file, several at a time where that is faster. `find` answers the findings of one under its
   * settings, or undefined for what is no report.
   */
  async each<T>(files: readonly T[], work: (file: T, find: FindIn) => Promise<void>): Promise<void> {
    const pool = files.length < WORTH_THREADS ? undefined : this.pool;
    const find: FindIn = (file, settings, names, likely) =>
      findings(this.runner(pool, file), file, settings, names, likely);
    const rest = files.values();
    const some = async () => {
      for (const file of rest) await work(file, find);
    };
    try {
      await Promise.all(Array.from({ length: pool?.width ?? 1 }, some));
    } finally {
      pool?.end();
    }
  }

  private runner(pool: Pool<FindingsJob, FindingsResult> | undefined, { uri, size }: FileOnDisk): Run {
    // Threads know this machine's disk only.
    return pool && size < LARGE && uri.startsWith("file:")
      ? (job) => pool.run(job)
      : (job) => this.here.work(job);
  }
}

/** `names` are those of all reports, `likely` those that the file probably has. */
export type FindIn = (
  file: FileOnDisk,
  settings: Settings,
  names: KnownNames,
  likely: readonly string[],
) => Promise<readonly PlacedFinding[] | undefined>;

type Run = (job: FindingsJob) => Promise<FindingsResult>;

async function findings(
  run: Run,
  { uri, stamp, size }: FileOnDisk,
  { source }: Settings,
  names: KnownNames,
  likely: readonly string[],
): Promise<readonly PlacedFinding[] | undefined> {
  const config = source && { uri: source.uri, text: source.text };
  let told = spellingsOf(likely, names);
  for (let round = 1; ; round++) {
    const { found, names: own } = await run({ uri, stamp, size, config, spellings: [...told] });
    if (found === null) return undefined;
    const needed = spellingsOf(own, names);
    if (round === MOST_ROUNDS || own.every((name) => told.get(name) === needed.get(name)))
      return JSON.parse(found) as PlacedFinding[];
    told = needed;
  }
}

/** Of the names in a report those that are nearly commoner ones. */
function spellingsOf(own: readonly string[], names: KnownNames): Map<string, string> {
  const usual = names.usualFor(own);
  return new Map(
    own.flatMap((name) => {
      const other = usual.of(name);
      return other === undefined ? [] : [[name, other] as const];
    }),
  );
}
