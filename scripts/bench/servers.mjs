// The language servers and checkers that are measured side by side. Ours are those of `dist/`; the others come from the registry in
// exact versions, on demand, into a folder below `.cache/`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup.mjs";

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} [about] in the table's notes
 * @property {string[]} [server] the command line of a language server over standard streams
 * @property {(folder: string) => string[]} [check] the command line that checks a folder
 * @property {object} [settings] what it asks of its client's settings
 */

const folder = join(root, ".cache", "peers");
const native = `@rumdl/cli-${process.platform}-${process.arch}`;
/** Packages and their exact versions. */
const VERSIONS = {
  "vscode-markdown-languageserver": "0.5.0",
  [native]: "0.2.77",
  "markdownlint-cli2": "0.24.1",
};

/** @param {string} path below the folder of a package */
const installed = (path) => join(folder, "node_modules", path);

/** @type {Peer} */
export const ours = {
  name: "Trip Report",
  server: [process.execPath, join(root, "dist", "server.js"), "--stdio"],
  check: (reports) => [process.execPath, join(root, "dist", "cli.js"), "check", reports],
};

/** What the others ask of a client; links are checked, as ours checks what it can. */
const markdown = {
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: "onDoubleHash" } },
  occurrencesHighlight: { enabled: false },
  preferredMdPathExtensionStyle: "auto",
  server: { log: "off" },
  validate: {
    enabled: true,
    referenceLinks: { enabled: "warning" },
    fragmentLinks: { enabled: "warning" },
    fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: "hint" },
    duplicateLinkDefinitions: { enabled: "warning" },
  },
};

const rumdl = installed(`${native}/rumdl${process.platform === "win32" ? ".exe" : ""}`);
const languageServer = installed("vscode-markdown-languageserver/dist/node/workerMain.js");
const markdownlint = installed("markdownlint-cli2/markdownlint-cli2-bin.mjs");

/** Each with the file without which its columns are left out. @type {(Peer & { file: string })[]} */
const PEERS = [
  {
    name: `vscode-markdown ${VERSIONS["vscode-markdown-languageserver"]}`,
    about: "has its client parse (markdown-it), as in VS Code: that time is in its figures",
    file: languageServer,
    server: [process.execPath, languageServer, "--stdio"],
    settings: { markdown },
  },
  {
    name: `rumdl ${VERSIONS[native]}`,
    about: "native code; without its rule on the length of lines",
    file: rumdl,
    server: [rumdl, "server", "--no-config", "--config", "MD013.enabled=false"],
    check: (reports) => [
      rumdl,
      "check",
      "--no-cache",
      "--no-config",
      "--config",
      "MD013.enabled=false",
      reports,
    ],
  },
  {
    name: `markdownlint-cli2 ${VERSIONS["markdownlint-cli2"]}`,
    file: markdownlint,
    check: (reports) => [process.execPath, markdownlint, `${reports.replaceAll("\\", "/")}/**/*.md`],
  },
];

/** The peers that are there, fetched first where they are not: a package that cannot be had costs its columns only. */
export function peers() {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "package.json")))
    writeFileSync(join(folder, "package.json"), '{"private": true}\n');
  for (const [name, version] of Object.entries(VERSIONS)) {
    const manifest = installed(`${name}/package.json`);
    if (existsSync(manifest)) continue;
    console.log(`fetching ${name} ${version}`);
    const args = ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
    // What was fetched before stays only where it is named again.
    const wanted = Object.entries(VERSIONS).filter(
      ([other]) => other === name || existsSync(installed(other)),
    );
    const { status } = spawnSync("npm", [...args, ...wanted.map(([other, at]) => `${other}@${at}`)], {
      cwd: folder,
      stdio: ["ignore", "ignore", "ignore"],
      timeout: 120_000,
      shell: process.platform === "win32",
    });
    if (status !== 0 || !existsSync(manifest)) console.log(`${name} ${version} cannot be had`);
  }
  return PEERS.filter(({ file }) => existsSync(file));
}
