// `npm run audit`: what a registry knows against the packages whose code is shipped (scripts/shipped-packages.json, by `npm run
// notices`). What is only used to build and test is left out. Ends with 1 where there is something, with 2 where nobody answers.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shippedFile } from "./notices.mjs";
import { root } from "./setup.mjs";

/**
 * The advisories in a report of `npm audit --json` about shipped packages, one line each.
 * @param {any} report
 * @param {{ packages: Record<string, { version?: string }> }} lock the lockfile
 * @param {{ name: string, version: string }[]} shipped
 * @returns {string[]}
 */
export function shippedFindings(report, lock, shipped) {
  const known = new Set(shipped.map(({ name, version }) => `${name} ${version}`));
  /** @type {string[]} */
  const lines = [];
  for (const { name, severity, via, nodes } of Object.values(report.vulnerabilities ?? {})) {
    const versions = new Set(nodes.map((/** @type {string} */ node) => lock.packages[node]?.version));
    for (const version of versions)
      if (known.has(`${name} ${version}`))
        lines.push(`${name} ${version}: ${severity}: ${reasons(via).join("; ")}`);
  }
  return lines.sort();
}

/** @param {(string | { title: string, url: string })[]} via */
const reasons = (via) =>
  via.map((one) => (typeof one === "string" ? `by ${one}` : `${one.title} (${one.url})`));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const json = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), "utf8"));
  const shipped = json(shippedFile);
  // The lockfile alone is looked at; a vulnerability is a status as well.
  const { stdout } = spawnSync("npm", ["audit", "--json", "--package-lock-only"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  });
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    report = {};
  }
  if (!report.vulnerabilities) {
    console.error(
      `the registry that npm is set to answers no audit${report.message ? `: ${report.message.split(" - ")[0]}` : ""}`,
    );
    process.exitCode = 2;
  } else {
    const found = shippedFindings(report, json("package-lock.json"), shipped);
    for (const line of found) console.log(line);
    console.log(`${shipped.length} packages are shipped, ${found.length} advisories are about them`);
    process.exitCode = found.length === 0 ? 0 : 1;
  }
}
