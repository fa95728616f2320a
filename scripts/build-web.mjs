// The bundles of the extension for editors in a browser: the client in the editor's worker for extensions, the server in
// one of its own. Nothing of Node is there, and neither can load further files on request, so each is one file.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import esbuild from "esbuild";
import { common } from "./bundling.mjs";
import { root } from "./setup.mjs";

/** By the file's name in dist/web/. */
const programs = {
  client: { entry: "client/src/browser.ts", format: "cjs", external: ["vscode"] },
  server: { entry: "server/src/lsp/web.ts", format: "iife", external: [] },
};

/**
 * Bundles both.
 * @param {{ folder?: string, production?: boolean, write?: boolean }} [options]
 * @returns {Promise<import("esbuild").BuildResult<{ metafile: true }>[]>} for the client and for the server
 */
export function buildWeb({ folder = join(root, "dist", "web"), production = false, write = true } = {}) {
  return Promise.all(
    Object.entries(programs).map(([name, { entry, format, external }]) =>
      esbuild.build({
        ...common,
        entryPoints: [entry],
        outfile: join(folder, `${name}.js`),
        platform: "browser",
        target: "es2022",
        format: /** @type {"cjs" | "iife"} */ (format),
        external,
        plugins: [...common.plugins, withoutNode()],
        // What libraries ask of the process, as they would hear it in a browser.
        define: { "process.platform": '"browser"', "process.version": '"v20.0.0"' },
        minify: production,
        sourcemap: !production,
        metafile: true,
        write,
      }),
    ),
  );
}

/** Gives libraries what they want of Node and what browsers do without. Whatever else they want fails the build. */
function withoutNode() {
  return {
    name: "without-node",
    /** @param {import("esbuild").PluginBuild} build */
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(?:node:)?path$/ }, () => ({
        path: join(root, "node_modules", "path-browserify", "index.js"),
      }));
      // Loaded on request to read key stores, which are files of their own and never a text.
      onResolve({ filter: /./ }, ({ importer, kind, path }) =>
        kind === "dynamic-import" && /[\\/]@secretlint[\\/]/.test(importer)
          ? { path, namespace: "nothing" }
          : undefined,
      );
      onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "module.exports = {};" }));
      // It keeps a copy of each text as bytes.
      onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]utils\.js$/ }, async ({ path }) => {
        const before = await readFile(path, "utf8");
        const contents = before.replace("Buffer.from(input)", "new TextEncoder().encode(input)");
        if (contents === before) throw new Error("gray-matter makes its bytes in another way now");
        return { contents };
      });
    },
  };
}
