// What all bundles have in common, whatever they run on.
import { join } from "node:path";
import { root } from "./setup.mjs";

/** Options of esbuild. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  charset: /** @type {const} */ ("utf8"),
  legalComments: /** @type {const} */ ("none"),
  logLevel: /** @type {const} */ ("warning"),
  plugins: [leaveOut()],
};

/** Leaves out what libraries hold for uses that are not ours. */
function leaveOut() {
  return {
    name: "leave-out",
    /** @param {import("esbuild").PluginBuild} build */
    setup({ onResolve, onLoad, resolve }) {
      // The form in ES modules, of which only what is used gets into the bundle.
      onResolve({ filter: /^yaml$/ }, () => ({ path: join(root, "node_modules/yaml/browser/index.js") }));
      // Engines for front matter: it is handed ours, which run nothing. Its own evaluate JavaScript.
      onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
        contents: "module.exports = {};",
      }));
      onResolve({ filter: /^@secretlint\/profiler$/ }, () => ({
        path: join(root, "server/src/credentials/no-profiler.ts"),
      }));
      // Translations read from files, for a library that is never given any: the form for browsers reads none.
      onResolve({ filter: /^@vscode\/l10n$/ }, async ({ importer, resolveDir, kind }) => {
        if (!/[\\/]vscode-markdown-languageservice[\\/]/.test(importer)) return undefined;
        const { path } = await resolve("@vscode/l10n/dist/browser.esm.js", { resolveDir, kind });
        return { path };
      });
    },
  };
}
