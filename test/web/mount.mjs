// Serves a browser's editor on this machine: the files of extensions, and a folder's files to read and to change.
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
 * What changes in a folder, handed out to whoever waits. It is looked through again and again: watching by the system
 * loses folders that are made anew.
 * @param {string} folder
 */
function followChanges(folder) {
  let known = states(folder);
  let over = false;
  return {
    /** @returns {Promise<{ type: "created" | "changed" | "deleted", path: string }[]>} */
    async next() {
      while (!over) {
        const [before, now] = [await known, await states(folder)];
        known = Promise.resolve(now);
        const gone = [...before.keys()].filter((path) => !now.has(path));
        const other = [...now].filter(([path, state]) => before.get(path) !== state);
        if (gone.length + other.length > 0)
          return [
            ...gone.map((path) => ({ type: /** @type {const} */ ("deleted"), path })),
            ...other.map(([path]) => ({
              type: before.has(path) ? /** @type {const} */ ("changed") : /** @type {const} */ ("created"),
              path,
            })),
          ];
        await new Promise((later) => setTimeout(later, 100));
      }
      return [];
    },
    stop() {
      over = true;
    },
  };
}

/**
 * The files and folders below a folder, each with what tells its states apart.
 * @param {string} folder
 * @returns {Promise<Map<string, string>>}
 */
async function states(folder) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs, size } = (await stat(path).catch(() => undefined)) ?? {};
    if (mtimeMs === undefined) continue;
    const state = entry.isFile() ? `${mtimeMs}.${size}` : "";
    found.set(
      `/${path
        .slice(folder.length + 1)
        .split(sep)
        .join("/")}`,
      state,
    );
  }
  return found;
}
