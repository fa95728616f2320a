import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { specExamples } from "../support/markdown/examples.js";
import { targets } from "./index.js";
import type { Target, World } from "./target.js";

export interface FuzzOptions {
  readonly root: string;
  /** How long all targets together may take. */
  readonly seconds: number;
  readonly seed: number;
  /** How often each target is tried at most. */
  readonly tries: number;
  /** The names of the targets that are wanted; all without one. */
  readonly only: readonly string[];
  /** A folder with reports to damage, instead of the examples. */
  readonly corpus: string;
}

/** More findings than these of one target tell nothing new. */
const ENOUGH = 20;

/** Tries the targets until their time is up, tells what is wrong with the seed that shows it, and answers how many held. */
export async function fuzz(options: FuzzOptions): Promise<{ passed: number; failed: number }> {
  const { only, root, corpus } = options;
  const unknown = only.find((wanted) => !targets.some(({ name }) => name === wanted));
  if (unknown !== undefined)
    throw new Error(
      `no target is called ${unknown}; there are: ${targets.map(({ name }) => name).join(", ")}`,
    );
  const wanted = targets.filter(({ name }) => only.length === 0 || only.includes(name));
  const world: World = { root, reports: reportsIn(corpus), examples: specExamples(root) };
  let failed = 0;
  for (const target of wanted) {
    const findings = await run(target, world, { ...options, seconds: options.seconds / wanted.length });
    if (findings > 0) failed++;
  }
  return { passed: wanted.length - failed, failed };
}

async function run(target: Target, world: World, { seconds, seed: first, tries }: FuzzOptions) {
  const end = performance.now() + seconds * 1000;
  let findings = 0;
  let seed = first;
  for (; seed < first + tries && findings < ENOUGH && (seed === first || performance.now() < end); seed++) {
    const wrong = await tried(target, seed, world);
    if (wrong.length === 0) continue;
    findings++;
    const again = `npm run fuzz -- --target ${target.name} --seed ${seed} --tries 1`;
    console.log(`${target.name}, seed ${seed} (${again}): ${wrong.slice(0, 3).join("; ")}`);
  }
  console.log(`${target.name}: ${seed - first} inputs from seed ${first}, ${findings} findings`);
  return findings;
}

async function tried(target: Target, seed: number, world: World): Promise<readonly string[]> {
  try {
    return await target.try(seed, world);
  } catch (error) {
    return [`throws ${error instanceof Error ? error.stack : String(error)}`];
  }
}

/** The reports of a folder and the folders in it, always in the same order. */
function reportsIn(folder: string): World["reports"] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .filter((name) => /\.(?:md|markdown|txt)$/i.test(name) && statSync(join(folder, name)).isFile())
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, bytes, text: bytes.toString("utf8") };
    });
}
