// `npm run patterns`: has a checker prove that every regular expression of ours takes a time that grows with the text alone.
// What it proved stands in `scripts/patterns.json`; one that it cannot prove is to be written otherwise.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { installDependencies, root } from "./setup.mjs";

installDependencies();
const { patternsOfSources } = await import("./pattern-sources.mjs");
/** @typedef {import("./pattern-sources.mjs").Pattern} Pattern */

const { patterns: byKey, unseen } = await patternsOfSources();
// What the checker proved holds until the pattern or the checker changes, so it is kept: only other patterns cost time.
const listFile = join(root, "scripts", "patterns.json");
const { version } = createRequire(import.meta.url)("recheck/package.json");
const checker = `recheck ${version}, by automata`;
/** @type {{ checker: string, proven: string[] }} */
const kept = JSON.parse(readFileSync(listFile, "utf8"));
const proven = new Set(kept.checker === checker ? kept.proven : []);
for (const key of proven) if (!byKey.has(key)) proven.delete(key);
const waiting = [...byKey].filter(([key]) => !proven.has(key));
/** @type {string[]} */
const unknown = [];

/** Written with each proof: a run that is ended early is not for nothing. */
function keep() {
  const list = { checker, proven: [...proven].sort() };
  writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`);
}

/** Milliseconds after which a thread is ended that does not answer. */
const PATIENCE = 60_000;

const thread = () => new Worker(new URL("pattern-checker.mjs", import.meta.url));

/**
 * What the checker says of a pattern; undefined when it does not answer in time.
 * @param {Worker} worker
 * @param {Pattern} pattern
 * @returns {Promise<string | undefined>}
 */
function verdictOf(worker, { source, flags }) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE);
    worker.removeAllListeners();
    worker.once("error", reject).once("message", (verdict) => {
      clearTimeout(timer);
      resolve(verdict);
    });
    worker.postMessage({ source, flags });
  });
}

/** Takes what waits, one by one, until nothing does. */
async function check() {
  let worker = thread();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [key, pattern] = next;
    const verdict = await verdictOf(worker, pattern);
    if (verdict === undefined) {
      await worker.terminate();
      worker = thread();
    }
    if (verdict === "safe") {
      proven.add(key);
      keep();
    } else {
      unknown.push(key);
      console.log(`${pattern.file}:${pattern.line}: ${verdict ?? "not proven in time"}: ${key}`);
    }
  }
  await worker.terminate();
}
await Promise.all([check(), check()]);
keep();

for (const place of unseen) console.log(`${place}: no call was seen, so its pattern is not checked`);
const bad = unknown.length + unseen.length;
console.log(`${proven.size} passed, ${bad} failed`);
process.exitCode = bad === 0 ? 0 : 1;
