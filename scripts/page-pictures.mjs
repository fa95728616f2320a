// Takes pictures of pages that the command line writes, in a headless browser.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser } from "../test/host/browser.mjs";
import { project, run } from "../test/host/cache.mjs";
import { makeScratch } from "../test/host/server.mjs";

/**
 * The looks that a reader's system can ask for.
 * @type {[string, { colorScheme: "light" | "dark", forcedColors?: "active" }][]}
 */
const looks = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["contrast", { colorScheme: "dark", forcedColors: "active" }],
];

/**
 * @typedef {object} PagePicture
 * @property {string} name the file's name before the look's
 * @property {string[]} command the command line's arguments before the report's name
 * @property {string} file the example that the page is made of
 * @property {[string, string][]} [changes] texts of the copy that it is made of, and what stands in their place
 * @property {{ width: number, height: number }} size
 */

/**
 * @param {readonly PagePicture[]} pictures
 * @param {string} folder where the pictures go
 */
export async function takePages(pictures, folder) {
  if (pictures.length === 0) return;
  const scratch = await makeScratch();
  const browser = await launchBrowser(scratch);
  for (const { name, command, file, changes = [], size } of pictures) {
    let text = await readFile(join(project, "examples", file), "utf8");
    for (const [from, to] of changes) text = text.replace(from, () => to);
    const report = join(scratch, file);
    const page = join(scratch, `${name}.html`);
    await writeFile(report, text);
    const args = [join(project, "dist", "cli.js"), ...command, report, "-o", page];
    await run(`making the page ${name}`, process.execPath, args, scratch, 60_000);
    const shown = await browser.newPage({ viewport: size, deviceScaleFactor: 2 });
    await shown.goto(pathToFileURL(page).href);
    for (const [look, media] of looks) {
      await shown.emulateMedia(media);
      const path = join(folder, `${name}-${look}.png`);
      await shown.screenshot({ path });
      console.log(path);
    }
    await shown.close();
  }
  await browser.close();
}
