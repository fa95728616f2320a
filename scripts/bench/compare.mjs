// What a writer waits for, of our shipped server and of others in the same run: real time, from before the client builds its message
// to the answer. A server that ends or does not answer costs its own cell only, and every loop is bounded.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Client } from "./client.mjs";
import { headingOf, places, reportOf, writeReports } from "./reports.mjs";
import { exponent, median, megabytes, sampled, short, shown, table } from "./samples.mjs";
import { ours, peers } from "./servers.mjs";

/** Keystrokes of a burst, and how far apart they are, in ms. */
const BURST = 40;
const APART = 20;
/** How long a complete answer about a workspace is waited for, in ms. */
const WORKSPACE_PATIENCE = 60_000;

/**
 * @typedef {import("./servers.mjs").Peer} Peer
 * @typedef {Map<string, Map<string, number[]>>} Figures samples by row and size, of one server
 */

/**
 * Measures, prints each figure as it comes, and answers the table.
 * @param {{ quick: boolean, sizes?: number[] }} options
 */
export async function comparison({
  quick,
  sizes = quick ? [10_000, 100_000, 300_000] : [100_000, 1_000_000, 4_000_000],
}) {
  const limits = quick
    ? { starts: 3, runs: 20, budget: 700, reports: 100 }
    : { starts: 10, runs: 60, budget: 3_000, reports: 1_000 };
  const all = [ours, ...peers()];
  const folder = mkdtempSync(join(tmpdir(), "trip-report-bench-"));
  const reports = join(folder, "reports");
  const empty = join(folder, "empty");
  mkdirSync(empty);
  writeReports(reports, limits.reports);
  /** @type {Map<string, Figures>} */
  const figures = new Map(all.map(({ name }) => [name, new Map()]));
  try {
    for (const peer of all) {
      /** @param {string} row @param {string} size @param {number[]} samples */
      const put = (row, size, samples) => {
        const rows = figures.get(peer.name);
        rows?.set(row, (rows.get(row) ?? new Map()).set(size, samples));
        console.log(`${peer.name}: ${row}${size && `, ${size}`}: ${shown(samples)}`);
      };
      const stages = peer.server
        ? [
            () => starts(peer, empty, limits, put),
            ...sizes.map((size) => () => oneReport(peer, empty, size, limits, put)),
            () => workspace(peer, reports, limits, put),
          ]
        : [];
      for (const stage of stages)
        await stage().catch((error) => console.log(`${peer.name}: ${error.message}`));
      if (peer.check) await checked(peer.check(reports), limits, put);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return comparisonTable(all, figures, sizes);
}

/** @typedef {(row: string, size: string, samples: number[]) => void} Put */
/** @typedef {{ starts: number, runs: number, budget: number, reports: number }} Limits */

/** @param {Peer} peer @param {string} folder @param {Limits} limits @param {Put} put */
async function starts(peer, folder, limits, put) {
  const samples = [];
  for (let n = 0; n < limits.starts; n++) {
    const client = new Client(peer, folder);
    try {
      samples.push(await client.initialize());
    } finally {
      await client.stop();
    }
  }
  put(
    "start → initialize, ms",
    "",
    samples.sort((a, b) => a - b),
  );
}

/** @param {Peer} peer @param {string} folder @param {number} size @param {Limits} limits @param {Put} put */
async function oneReport(peer, folder, size, limits, put) {
  const client = new Client(peer, folder);
  const uri = pathToFileURL(join(folder, "bench.trip.md")).href;
  const named = megabytes(size);
  const about = { textDocument: { uri } };
  const outline = () => client.request("textDocument/documentSymbol", about);
  try {
    await client.initialize();
    let text = reportOf(size);
    const before = performance.now();
    client.open(uri, text);
    await outline();
    put("cold outline, ms", named, [performance.now() - before]);
    if (client.offers("foldingRangeProvider", "textDocument/foldingRange"))
      put(
        "folding, ms",
        named,
        await sampled(() => client.request("textDocument/foldingRange", about), limits),
      );
    /** What the client has to work out of a keystroke is done before the clock runs. @param {() => import("./reports.mjs").Edit} typed */
    const press = (typed) => {
      const edit = typed();
      const range = { start: positionAt(text, edit.from), end: positionAt(text, edit.to) };
      text = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
      return () => client.change(uri, edit, range);
    };
    for (const [place, edits] of Object.entries(places)) {
      const typed = edits(text);
      const type = () => press(typed);
      put(`keystroke in a ${place} → outline, ms`, named, await typedAnd(type, outline, limits));
      if (place !== "paragraph") continue;
      if (client.offers("diagnosticProvider", "textDocument/diagnostic")) {
        const diagnostics = () => client.request("textDocument/diagnostic", about);
        put("keystroke → diagnostics, ms", named, await typedAnd(type, diagnostics, limits));
      }
    }
    const memory = client.peakMemory();
    if (memory !== undefined) put("peak memory, MB", named, [memory]);
    // Last: who answers all that is outdated is busy for long.
    const typed = places.paragraph?.(text) ?? (() => ({ from: 0, to: 0, insert: "x" }));
    put(`burst of ${BURST} keys, last → outline, ms`, named, [
      await burst(client, () => press(typed), about),
    ]);
  } finally {
    await client.stop();
  }
}

/**
 * Times from a keystroke to an answer.
 * @param {() => () => void} type
 * @param {() => Promise<unknown>} ask
 * @param {Limits} limits
 */
async function typedAnd(type, ask, { runs, budget }) {
  const samples = [];
  for (const start = performance.now(); samples.length < runs; ) {
    const press = type();
    const before = performance.now();
    press();
    await ask();
    samples.push(performance.now() - before);
    if (performance.now() - start > budget && samples.length >= 3) break;
    if (performance.now() - start > budget * 4) break;
  }
  return samples.sort((a, b) => a - b);
}

/**
 * Somebody types on whatever happens, and each outline that is outdated is taken back.
 * @param {Client} client
 * @param {() => () => void} type
 * @param {object} about
 */
async function burst(client, type, about) {
  let before = 0;
  /** @type {ReturnType<Client["cancellable"]> | undefined} */
  let last;
  for (let key = 0; key < BURST; key++) {
    await pause(APART);
    const press = type();
    last?.cancel();
    before = performance.now();
    press();
    last = client.cancellable("textDocument/documentSymbol", about);
  }
  await last?.answered;
  return performance.now() - before;
}

/** @param {Peer} peer @param {string} folder @param {Limits} limits @param {Put} put */
async function workspace(peer, folder, { reports }, put) {
  const client = new Client(peer, folder);
  const wanted = [0, reports >> 1, reports - 1].map(headingOf);
  try {
    await client.initialize();
    const before = performance.now();
    for (const heading of wanted)
      for (;;) {
        const found = (await client.request("workspace/symbol", { query: heading })) ?? [];
        if (found.some((/** @type {{ name: string }} */ { name }) => name.includes(heading))) break;
        if (performance.now() - before > WORKSPACE_PATIENCE)
          throw new Error("the workspace is never found whole");
        await pause(5);
      }
    put(`index of ${reports} reports, ms`, "", [performance.now() - before]);
    const memory = client.peakMemory();
    if (memory !== undefined) put(`peak memory of ${reports} reports, MB`, "", [memory]);
  } finally {
    await client.stop();
  }
}

/** @param {string[]} command @param {Limits} limits @param {Put} put */
async function checked([command = "", ...args], { reports, budget }, put) {
  const run = () => spawnSync(command, args, { stdio: "ignore", timeout: 120_000 });
  if (run().error) return;
  put(`check of ${reports} files, ms`, "", await sampled(run, { runs: 5, budget: budget * 2 }));
}

/** @param {string} text @param {number} offset */
function positionAt(text, offset) {
  let line = 0;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", start)) {
    start = at + 1;
    line++;
  }
  return { line, character: offset - start };
}

/**
 * A row a figure and size: ours, then the others with how many times ours they are; below the sizes how it grows.
 * @param {Peer[]} all
 * @param {Map<string, Figures>} figures
 * @param {number[]} sizes
 */
function comparisonTable(all, figures, sizes) {
  const own = figures.get(ours.name);
  const growth = (sizes.at(-1) ?? 1) / (sizes[0] ?? 1);
  /** @param {string} name @param {string} row @param {string} size */
  const samplesOf = (name, row, size) => figures.get(name)?.get(row)?.get(size);
  const names = [...new Set([...figures.values()].flatMap((rows) => [...rows.keys()]))];
  const lines = names.flatMap((row) => {
    const bySize = own?.get(row)?.has("") || !own?.has(row) ? [""] : sizes.map(megabytes);
    const cells = bySize.map((size) => [
      size === "" ? row : `${row}: ${size}`,
      ...all.map(({ name }) => {
        const samples = samplesOf(name, row, size);
        const mine = median(samplesOf(ours.name, row, size) ?? []);
        const theirs = median(samples ?? []);
        const times = name === ours.name || !mine || !theirs ? "" : `, ×${short(theirs / mine)}`;
        return `${shown(samples)}${times}`;
      }),
    ]);
    if (bySize.length === 1) return cells;
    const ends = [megabytes(sizes[0] ?? 0), megabytes(sizes.at(-1) ?? 0)];
    const grows = all.map(({ name }) => {
      const [first, last] = ends.map((size) => median(samplesOf(name, row, size) ?? []));
      return exponent(first, last, growth);
    });
    return [...cells, [`${row}: exponent`, ...grows]];
  });
  const notes = all.flatMap(({ name, about }) => (about ? [`${name}: ${about}.`] : []));
  return [table([["", ...all.map(({ name }) => name)], ...lines]), ...notes].join("\n\n");
}
