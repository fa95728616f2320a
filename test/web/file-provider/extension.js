// Files of a folder on the test's machine, as an extension for a code host provides them: by requests over HTTP.
const vscode = require("vscode");

const SCHEME = "vscode-vfs";

exports.activate = (/** @type {import("vscode").ExtensionContext} */ context) => {
  const origin = new URL(context.extensionUri.toString(true)).origin;
  const provider = new MountedFiles(`${origin}/mount`);
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(SCHEME, provider, { isCaseSensitive: true }),
  );
  // A proposal, which the types do not have: quick open and `findFiles` ask it.
  const workspace = /** @type {any} */ (vscode.workspace);
  context.subscriptions.push(
    workspace.registerFileSearchProvider(SCHEME, {
      provideFileSearchResults: async () =>
        (await provider.all()).map((path) => vscode.Uri.from({ scheme: SCHEME, authority: "mount", path })),
    }),
  );
};

class MountedFiles {
  /** @param {string} base */
  constructor(base) {
    this.base = base;
    this.changed = new vscode.EventEmitter();
    this.onDidChangeFile = this.changed.event;
    void this.listen();
  }

  async listen() {
    // One request waits for the next changes, then another does.
    for (;;) {
      const answer = await fetch(`${this.base}?changes`).catch(() => undefined);
      if (!answer?.ok) return;
      const changes = await answer.json();
      this.changed.fire(
        changes.map(
          (/** @type {{ type: "created" | "changed" | "deleted", path: string }} */ { type, path }) => ({
            type: vscode.FileChangeType[/** @type {"Created"} */ (type[0].toUpperCase() + type.slice(1))],
            uri: vscode.Uri.from({ scheme: SCHEME, authority: "mount", path }),
          }),
        ),
      );
    }
  }

  /** @returns {Promise<string[]>} */
  async all() {
    return (await this.ask("/", "?all")).json();
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  async stat(/** @type {import("vscode").Uri} */ uri) {
    return (await this.ask(uri.path, "?stat")).json();
  }

  async readDirectory(/** @type {import("vscode").Uri} */ uri) {
    return (await this.ask(uri.path, "?entries")).json();
  }

  async readFile(/** @type {import("vscode").Uri} */ uri) {
    return new Uint8Array(await (await this.ask(uri.path, "")).arrayBuffer());
  }

  async writeFile(
    /** @type {import("vscode").Uri} */ uri,
    /** @type {Uint8Array} */ content,
    /** @type {{ create: boolean, overwrite: boolean }} */ { create, overwrite },
  ) {
    const exists = await this.stat(uri).then(
      () => true,
      () => false,
    );
    if (exists && create && !overwrite) throw vscode.FileSystemError.FileExists(uri);
    if (!exists && !create) throw vscode.FileSystemError.FileNotFound(uri);
    await this.ask(uri.path, "", { method: "PUT", body: content });
  }

  async createDirectory(/** @type {import("vscode").Uri} */ uri) {
    await this.ask(uri.path, "?folder", { method: "PUT" });
  }

  async delete(/** @type {import("vscode").Uri} */ uri) {
    await this.ask(uri.path, "", { method: "DELETE" });
  }

  async rename(/** @type {import("vscode").Uri} */ from, /** @type {import("vscode").Uri} */ to) {
    await this.ask(from.path, `?to=${encodeURIComponent(to.path)}`, { method: "POST" });
  }

  async ask(/** @type {string} */ path, /** @type {string} */ query, /** @type {object} */ options = {}) {
    const answer = await fetch(
      `${this.base}${path.split("/").map(encodeURIComponent).join("/")}${query}`,
      options,
    );
    if (answer.status === 404) throw vscode.FileSystemError.FileNotFound(path);
    if (!answer.ok) throw vscode.FileSystemError.Unavailable(`${path}: ${answer.status}`);
    return answer;
  }
}
