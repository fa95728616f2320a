// `node scripts/release-notes.mjs v1.2.3`: prints what the changelog says of the version that is released. Fails unless
// package.json and package-lock.json have that version, too. Plain Node without a dependency.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * What is said of a version in a changelog as https://keepachangelog.com has it.
 * @param {string} changelog
 * @param {string} version
 * @returns {string | undefined} without the heading; undefined where nothing is said
 */
export function releaseNotes(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => /^\[?([\w.+-]+)\]?(?: |\n|$)/.exec(section)?.[1] === version);
  return own?.replace(/^.*\n?/, "").trim() || undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (/** @type {string} */ name) => readFileSync(join(root, name), "utf8");
  const version = (process.argv[2] ?? "").replace(/^v/, "");
  const notes = releaseNotes(read("CHANGELOG.md"), version);
  const problems = ["package.json", "package-lock.json"]
    .map((name) => [name, JSON.parse(read(name)).version])
    .filter(([, found]) => found !== version)
    .map(([name, found]) => `${name} has version ${found}`);
  if (notes === undefined) problems.push("CHANGELOG.md says nothing of it");
  if (problems.length > 0) {
    console.error(`${process.argv[2]} cannot be released: ${problems.join("; ")}`);
    process.exitCode = 1;
  } else console.log(notes);
}
