// What all bundles have in common, whatever they run on.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./setup.mjs";

/** Options of esbuild. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  charset: /** @type {const} */ ("utf8"),
  legalComments: /** @type {const} */ ("none"),
  logLevel: /** @type {const} */ ("warning"),
  plugins: [leaveOut(), leaveOutOfTables()],
};

/** The file that reads characters' names, as the parser of HTML has it. */
function readerOfNames() {
  return createRequire(join(root, "node_modules/parse5/package.json")).resolve("entities/decode");
}

/** What the parser of Markdown asks for while it is made, without an effect. */
const NO_COLOURS = `
  const tag = () => tag;
  export const tags = new Proxy({}, { get: () => tag });
  export const styleTags = () => () => undefined;
  export class Tag {}
`;

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
      // How a highlighter would colour each node: nothing here colours by the tree.
      onResolve({ filter: /^@lezer\/highlight$/ }, ({ path }) => ({ path, namespace: "no-colours" }));
      onLoad({ filter: /./, namespace: "no-colours" }, () => ({ contents: NO_COLOURS }));
      // HTML is read for its tags' attributes: nobody selects by CSS.
      onResolve({ filter: /^css-select$/ }, ({ path }) => ({ path, namespace: "left-out" }));
      onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
      // The tables of what HTML calls characters: those of the parser of HTML, and only to read names with.
      onResolve({ filter: /^he$/ }, () => ({ path: join(root, "server/src/links/html-entities.ts") }));
      onResolve({ filter: /^entities$/ }, ({ importer }) =>
        /[\\/](?:markdown-it|server[\\/]src)[\\/]/.test(importer) ? { path: readerOfNames() } : undefined,
      );
      // In one form for who imports it and who requires it, and in one version for all.
      onResolve({ filter: /^vscode-uri$/ }, () => ({
        path: join(root, "node_modules/vscode-uri/lib/esm/index.mjs"),
      }));
      onResolve({ filter: /^picomatch$/ }, () => ({ path: join(root, "node_modules/picomatch/index.js") }));
      // What is read is XML, which has five names.
      onLoad({ filter: /[\\/]@xmldom[\\/]xmldom[\\/]lib[\\/]entities\.js$/ }, async ({ path }) => {
        const before = await readFile(path, "utf8");
        const contents = before.replace(/(?<=exports\.HTML_ENTITIES = freeze\(\{)[^}]*(?=\}\))/, "");
        if (contents === before) throw new Error("@xmldom/xmldom keeps the names of HTML in another way now");
        return { contents };
      });
      // Translations read from files, for a library that is never given any: the form for browsers reads none.
      onResolve({ filter: /^@vscode\/l10n$/ }, async ({ importer, resolveDir, kind }) => {
        if (!/[\\/]vscode-markdown-languageservice[\\/]/.test(importer)) return undefined;
        const { path } = await resolve("@vscode/l10n/dist/browser.esm.js", { resolveDir, kind });
        return { path };
      });
    },
  };
}

/** Leaves out what our own tables of words hold for who reads them: remarks. */
function leaveOutOfTables() {
  return {
    name: "leave-out-of-tables",
    /** @param {import("esbuild").PluginBuild} build */
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]server[\\/]src[\\/]report[\\/][\w-]+\.json$/ }, async ({ path }) => {
        const table = JSON.parse(await readFile(path, "utf8"), (key, value) =>
          key === "$comment" ? undefined : value,
        );
        return { contents: JSON.stringify(table), loader: "json" };
      });
    },
  };
}
