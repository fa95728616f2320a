import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of the two halves of the young generation: with more nothing gets faster, and V8 takes up to sixteen times as much. */
const YOUNG_BYTES = 8 << 20;
/** Rounds of keeping something until it has grown: none where much was loaded, else a few. */
const MOST_ROUNDS = 40;

/** How often is looked whether there is nothing to do, in milliseconds. */
const LOOK_EVERY_MS = 4000;
/** Milliseconds of work meanwhile with which a process counts as resting. */
const IDLE_MS = 100;
/** Bytes by which the heap must have grown for collecting to be worth its time. */
const WORTH_BYTES = 24 << 20;

/**
 * Keeps the process small: its young generation does not grow further than is of use, and while there is nothing to do
 * what is garbage is collected, for which V8 waits until it needs memory.
 *
 * V8's flags are changed at run time, which Node allows and other hosts of it need not: those are to give
 * `--max-semi-space-size` and `--expose-gc` when they start the process.
 */
export function keepSmall(every = LOOK_EVERY_MS): void {
  const isNode = process.versions.electron === undefined;
  const bound = isNode ? boundYoungGeneration : () => {};
  bound();
  const { gc } = globalThis as { readonly gc?: () => void };
  const collect = gc ?? (isNode ? collector() : undefined);
  if (!collect) return;
  const collectAll = () => {
    collect();
    // With nothing to do the young generation has shrunk.
    bound();
  };
  collectAtRest(collectAll, every);
}

/** V8 doubles the young generation as it sees fit, and never if its factor is one: it is let grow, then held. */
function boundYoungGeneration(): void {
  const size = () => getHeapSpaceStatistics().find((space) => space.space_name === "new_space")?.space_size;
  const kept: object[] = [];
  setFlagsFromString("--semi-space-growth-factor=2");
  for (let round = 0; round < MOST_ROUNDS && (size() ?? YOUNG_BYTES) < YOUNG_BYTES; round++)
    kept.push(Array.from({ length: 10_000 }, (_, at) => ({ at, round })));
  setFlagsFromString("--semi-space-growth-factor=1");
}

function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  return collect;
}

/** Looks now and then, and collects where nothing was done since and the heap has grown. */
function collectAtRest(collect: () => void, every: number): void {
  let worked = process.cpuUsage();
  let total: number | undefined = process.memoryUsage().heapTotal;
  const look = () => {
    const { user, system } = process.cpuUsage(worked);
    worked = process.cpuUsage();
    if ((user + system) / 1000 > IDLE_MS) return;
    const now = process.memoryUsage().heapTotal;
    // What was collected is given back a little later: what is left is known the next time.
    total ??= now;
    if (now < total + WORTH_BYTES) return;
    collect();
    total = undefined;
    worked = process.cpuUsage();
  };
  setInterval(look, every).unref();
}
