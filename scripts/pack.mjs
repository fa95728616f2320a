// `npm run package`: makes the extension's VSIX, the one for editors in a browser, and the npm package of the command line
// and the server, from one production build, with their checksums, in release/ or the folder named. The same sources give
// the same bytes.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { listFiles, PackageManager } from "@vscode/vsce";
import { buildAll } from "./build.mjs";
import { noticesFile } from "./notices.mjs";
import { root } from "./setup.mjs";

const run = promisify(execFile);
const vsce = fileURLToPath(new URL("vsce", import.meta.resolve("@vscode/vsce/package.json")));

/** What every file in the archives is dated, in seconds since 1970: the date that npm gives to all of its own. */
const DATE = 499_162_500;

/** The bundles that run in threads: those who start them name them by their paths. */
const THREADS = ["cli-worker.js", "findings-worker.js", "index-worker.js"];
/** The bundles that the extension starts; they load others. */
const EXTENSION = ["client.js", "preview.js", "server.js", "findings-worker.js", "index-worker.js"];
/** The bundles that the extension starts in a browser. */
const WEB_EXTENSION = ["web/client.js", "web/server.js"];

/**
 * @typedef {object} Packed
 * @property {string} vsix the extension for every editor that is no page in a browser
 * @property {string} webVsix the extension for those that are
 * @property {string} tarball
 * @property {string} checksums the file with the checksums of all three
 * @property {Awaited<ReturnType<typeof buildAll>>} built what the packages' bundles are made of
 */

/**
 * Makes all packages.
 * @param {string} [to] the folder for them
 * @returns {Promise<Packed>}
 */
export async function pack(to = join(root, "release")) {
  const stage = await mkdtemp(join(tmpdir(), "trip-report-pack-"));
  try {
    const dist = join(stage, "dist");
    const built = await buildAll({ folder: dist, production: true });
    const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const texts = JSON.parse(await readFile(join(root, "package.nls.json"), "utf8"));
    await mkdir(to, { recursive: true });

    const listed = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const { main, browser, ...both } = extensionManifest(manifest);
    /** @param {string} folder @param {object} shipped @param {string[]} bundles @param {string} [target] */
    const vsixOf = async (folder, shipped, bundles, target) => {
      await copyAll(root, listed, folder);
      await copyAll(dist, closure(built, bundles), join(folder, "dist"));
      await writeManifest(folder, shipped);
      const file = join(
        to,
        `${[manifest.name, ...(target ? [target] : []), manifest.version].join("-")}.vsix`,
      );
      const options = ["--no-dependencies", "--out", file, ...(target ? ["--target", target] : [])];
      await tool(folder, process.execPath, [vsce, "package", ...options]);
      return file;
    };
    const vsix = await vsixOf(join(stage, "extension"), { ...both, main }, EXTENSION);
    const webVsix = await vsixOf(join(stage, "web-extension"), { ...both, browser }, WEB_EXTENSION, "web");

    const npm = join(stage, "npm");
    await copyAll(
      root,
      ["LICENSE", noticesFile, ...listed.filter((path) => path.startsWith("docs/rules/"))],
      npm,
    );
    await copyAll(join(root, "server"), ["README.md"], npm);
    await copyAll(
      dist,
      closure(built, [...Object.values(manifest.bin).map((path) => basename(path)), ...THREADS]),
      join(npm, "dist"),
    );
    await writeManifest(npm, npmManifest(manifest, texts));
    await tool(npm, "npm", ["pack", "--ignore-scripts", "--pack-destination", to]);
    const tarball = join(to, `${manifest.name}-${manifest.version}.tgz`);

    const checksums = join(to, "SHA256SUMS");
    const sums = await Promise.all(
      [tarball, vsix, webVsix].map(async (file) => `${await sha256(file)}  ${basename(file)}\n`),
    );
    await writeFile(checksums, sums.join(""));
    return { vsix, webVsix, tarball, checksums, built };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** @typedef {Packed["built"]} Files */

/**
 * Bundles and all that they load.
 * @param {Files} built
 * @param {string[]} names
 */
function closure(built, names) {
  const found = new Set(names);
  for (const name of found) {
    const { needs, loads } = built.get(name) ?? fail(`there is no bundle ${name}`);
    for (const other of [...needs, ...loads]) found.add(other);
  }
  return [...found];
}

/** The manifest as users get it: without what only we need. @param {Record<string, any>} manifest */
function extensionManifest(manifest) {
  const ours = ["scripts", "devDependencies", "allowScripts", "bin", "private", "vsce"];
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !ours.includes(key)));
}

/** @param {Record<string, any>} manifest @param {Record<string, string>} texts */
function npmManifest({ name, version, description, keywords, license, repository, engines, bin }, texts) {
  return {
    name,
    version,
    description: texts[/^%(.+)%$/.exec(description)?.[1] ?? ""] ?? description,
    keywords,
    license,
    repository: { ...repository, url: `git+${repository.url}` },
    type: "commonjs",
    engines: { node: engines.node },
    bin,
    files: ["dist", "docs", noticesFile],
  };
}

/**
 * Copies files into a folder, for everybody to read, whatever the rights of the originals; programs stay programs.
 * @param {string} from
 * @param {Iterable<string>} paths
 * @param {string} to
 */
async function copyAll(from, paths, to) {
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await copyFile(join(from, path), join(to, path));
    const { mode } = await stat(join(from, path));
    await chmod(join(to, path), mode & 0o100 ? 0o755 : 0o644);
  }
}

/** @param {string} folder @param {object} manifest */
async function writeManifest(folder, manifest) {
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`, {
    mode: 0o644,
  });
  await chmod(join(folder, "package.json"), 0o644);
}

/**
 * Runs a tool that makes an archive. Dates in archives are local times, and names are sorted by language.
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} args
 */
async function tool(cwd, command, args) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(DATE), TZ: "UTC", LC_ALL: "C" };
  await run(command, args, { cwd, env, shell: process.platform === "win32" && command === "npm" });
}

/** @param {string} file */
async function sha256(file) {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}

/** @param {string} reason @returns {never} */
function fail(reason) {
  throw new Error(reason);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { vsix, webVsix, tarball, checksums } = await pack(process.argv[2] && resolve(process.argv[2]));
  console.log([vsix, webVsix, tarball, checksums].join("\n"));
}
