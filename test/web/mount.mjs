// Serves a browser's editor on this machine: the files of extensions, and a folder's files to read and to change.
import { watch } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { atEnd } from "../host/lifetime.mjs";

const types = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
/** VS Code's `FileType`. */
const [FILE, FOLDER] = [1, 2];

/**
 * @typedef {object} Mount
 * @property {string} origin
 * @property {() => Promise<void>} stop
 */

/**
 * Starts serving on a free loopback port.
 * @param {{ folder: string, extensions: Record<string, string> }} what the folder to mount, and the extensions' folders by name
 * @returns {Promise<Mount>}
 */
export async function startMount({ folder, extensions }) {
  const changes = followChanges(folder);
  const server = createServer((request, response) => {
    // The editor's worker for extensions has an origin of its own.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "GET, PUT, POST, DELETE");
    answer(request, response).catch((error) => {
      response
        .writeHead(error.code === "ENOENT" || error.code === "ENOTDIR" ? 404 : 500)
        .end(String(error.code));
    });
  });

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async function answer(request, response) {
    const { pathname, searchParams, search } = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, place = "", ...parts] = pathname.split("/").map(decodeURIComponent);
    const json = (/** @type {unknown} */ value) => response.end(JSON.stringify(value));
    if (request.method === "OPTIONS") return response.end();
    if (place === "extension") {
      const [name = "", ...path] = parts;
      const file = below(extensions[name] ?? missing(), path);
      const bytes = await readFile(file);
      response.setHeader(
        "Content-Type",
        types[/** @type {".js"} */ (extname(file))] ?? "application/octet-stream",
      );
      return response.end(bytes);
    }
    if (place !== "mount") return missing();
    if (search === "?changes") return json(await changes.next());
    const path = below(folder, parts.filter(Boolean));
    if (search === "?all") return json(await allFiles(folder));
    if (search === "?stat") {
      const found = await stat(path);
      const type = found.isDirectory() ? FOLDER : FILE;
      return json({ type, ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size });
    }
    if (search === "?entries") {
      const entries = await readdir(path, { withFileTypes: true });
      return json(entries.map((entry) => [entry.name, entry.isDirectory() ? FOLDER : FILE]));
    }
    if (request.method === "PUT" && search === "?folder") await mkdir(path, { recursive: true });
    else if (request.method === "PUT") await writeFile(path, await body(request));
    else if (request.method === "DELETE") await rm(path, { recursive: true });
    else if (request.method === "POST")
      await rename(path, below(folder, (searchParams.get("to") ?? "").split("/").filter(Boolean)));
    else return response.end(await readFile(path));
    return response.end();
  }

  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = atEnd(async () => {
    changes.stop();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return { origin: `http://127.0.0.1:${address.port}`, stop };
}

/** @returns {never} */
function missing() {
  throw Object.assign(new Error("not there"), { code: "ENOENT" });
}

/**
 * A path that does not leave a folder.
 * @param {string} folder
 * @param {string[]} parts
 */
function below(folder, parts) {
  const path = resolve(folder, ...parts);
  return path === resolve(folder) || path.startsWith(resolve(folder) + sep) ? path : missing();
}

/** @param {import("node:http").IncomingMessage} request */
async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** @param {string} folder */
async function allFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split(sep)
          .join("/")}`,
    );
}

/**
 * What changes in a folder, handed out to whoever waits.
 * @param {string} folder
 */
function followChanges(folder) {
  /** @type {Map<string, { type: string, path: string }>} */
  const seen = new Map();
  /** @type {(() => void) | undefined} */
  let wake;
  const watcher = watch(folder, { recursive: true }, (event, name) => {
    if (!name) return;
    const path = `/${name.split(sep).join("/")}`;
    stat(join(folder, name)).then(
      () => note(event === "rename" ? "created" : "changed", path),
      () => note("deleted", path),
    );
  });
  const note = (/** @type {string} */ type, /** @type {string} */ path) => {
    seen.set(path, { type, path });
    wake?.();
  };
  return {
    async next() {
      if (seen.size === 0) await new Promise((changed) => (wake = () => changed(undefined)));
      wake = undefined;
      const all = [...seen.values()];
      seen.clear();
      return all;
    },
    stop: () => watcher.close(),
  };
}
