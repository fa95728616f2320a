// Draws the extension's icon, which the Marketplace takes as PNG only, from the drawing beside it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser } from "../test/host/browser.mjs";
import { project } from "../test/host/cache.mjs";
import { makeScratch } from "../test/host/server.mjs";

/** The Marketplace's size, in pixels. */
const SIZE = 128;

/** Writes the icon, and answers where. */
export async function drawIcon() {
  const drawing = await readFile(join(project, "client", "media", "icon.svg"), "utf8");
  const browser = await launchBrowser(await makeScratch());
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  const path = join(project, "client", "media", "icon.png");
  await page.screenshot({ path, omitBackground: true });
  await browser.close();
  return path;
}
