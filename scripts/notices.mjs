// `npm run notices`: writes THIRD-PARTY-NOTICES.txt, the licenses of all packages that code of is in the bundles, and the list
// of these packages, which `npm run audit` looks through; prints what each takes in the desktop's bundles.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll } from "./build.mjs";
import { root } from "./setup.mjs";

export const noticesFile = "THIRD-PARTY-NOTICES.txt";
export const shippedFile = "scripts/shipped-packages.json";

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} license its SPDX expression, as its manifest says
 * @property {string} source where its source is to be had
 * @property {string} text of its license
 */

/**
 * The packages that code of went into bundles, by name and version.
 * @param {Iterable<{ sources: Record<string, number> }>} bundles with how many bytes came from which file of the project
 * @returns {Package[]}
 */
export function bundledPackages(bundles) {
  const folders = [...bytesByPackage(bundles).keys()];
  const packages = new Map(folders.map(readPackage).map((found) => [label(found), found]));
  return [...packages.values()].sort((a, b) => (label(a) < label(b) ? -1 : 1));
}

/**
 * How many bytes of bundles came from which package, by its folder.
 * @param {Iterable<{ sources: Record<string, number> }>} bundles
 * @returns {Map<string, number>}
 */
function bytesByPackage(bundles) {
  const found = new Map();
  for (const { sources } of bundles)
    for (const [path, bytes] of Object.entries(sources)) {
      const folder = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
      if (folder && bytes > 0) found.set(folder, (found.get(folder) ?? 0) + bytes);
    }
  return found;
}

/**
 * The text to ship with them. Packages whose licenses read the same share one text.
 * @param {Package[]} packages
 */
export function notices(packages) {
  /** @type {Map<string, Package[]>} */
  const byText = new Map();
  for (const found of packages) byText.set(found.text, [...(byText.get(found.text) ?? []), found]);
  const parts = [...byText].map(([text, sharing]) => {
    const heads = sharing.map((found) => `${label(found)} (${found.license})\n${found.source}`);
    return `${heads.join("\n")}\n\n${text}\n`;
  });
  const line = `${"-".repeat(80)}\n\n`;
  return `Trip Report contains code of these packages. Their source is at the addresses given.\n\n${line}${parts.join(`\n${line}`)}`;
}

/**
 * The list of them: a name, a version and a license each.
 * @param {Package[]} packages
 */
export function shippedList(packages) {
  const lines = packages.map(({ name, version, license }) =>
    JSON.stringify({ name, version, license }).replace(/(?<=[{:,])(?=")|(?=\}$)/g, " "),
  );
  return `[\n${lines.map((line) => `  ${line}`).join(",\n")}\n]\n`;
}

/** @param {Package} found */
const label = ({ name, version }) => `${name} ${version}`;

/**
 * @param {string} folder
 * @returns {Package}
 */
function readPackage(folder) {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const { name, version, license } = manifest;
  const files = readdirSync(join(root, folder)).filter((file) =>
    /^(?:licen[cs]e|copying|notice)\b/i.test(file),
  );
  const texts = files.sort().map((file) => readFileSync(join(root, folder, file), "utf8"));
  const own = texts.map(tidied).join("\n\n");
  const text = own || usualText(license, authorOf(manifest));
  if (!text) throw new Error(`${name} ${version} (${license}) has no text of its license`);
  return { name, version, license, source: sourceOf(manifest), text };
}

/** @param {any} manifest */
function sourceOf({ name, repository, version }) {
  const url = typeof repository === "string" ? repository : repository?.url;
  if (!url) return `https://www.npmjs.com/package/${name}/v/${version}`;
  return url
    .replace(/^git\+/, "")
    .replace(/^(?:github:)?(?=[\w.-]+\/[\w.-]+$)/, "https://github.com/")
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, "https://")
    .replace(/^git@([\w.-]+):/, "https://$1/")
    .replace(/\.git$/, "");
}

/** @param {any} manifest */
function authorOf({ author, name }) {
  return (typeof author === "string" ? author : author?.name) ?? `the authors of ${name}`;
}

/** @param {string} text */
const tidied = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();

/**
 * The text of a license that a package names without bringing it.
 * @param {string} license
 * @param {string} author
 */
function usualText(license, author) {
  const file = join(root, "scripts", "licenses", `${license}.txt`);
  return existsSync(file) ? tidied(readFileSync(file, "utf8")).replace("<author>", author) : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = mkdtempSync(join(tmpdir(), "trip-report-notices-"));
  try {
    const built = await buildAll({ folder, production: true });
    const packages = bundledPackages(built.values());
    writeFileSync(join(root, noticesFile), notices(packages));
    writeFileSync(join(root, shippedFile), shippedList(packages));
    const desktop = [...built].filter(([path]) => !path.startsWith("web/")).map(([, bundle]) => bundle);
    const sizes = [...bytesByPackage(desktop)].sort(([, a], [, b]) => b - a);
    for (const [packed, bytes] of sizes)
      console.log(`${(bytes / 1000).toFixed(1).padStart(7)} KB ${packed.slice("node_modules/".length)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
