#!/usr/bin/env node
// Takes the README's pictures in a real editor: node scripts/pictures.mjs [--extension <folder or .vsix>] [name…]
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { project } from "../test/host/cache.mjs";
import { runMain } from "../test/host/lifetime.mjs";
import { builtExtension } from "../test/ui/extension.mjs";
import { sampleWorkspace, startWorkbench } from "../test/ui/workbench.mjs";

/**
 * @typedef {object} Picture
 * @property {string} name the file's name before `-light.png` and `-dark.png`
 * @property {string} workspace the folder to open
 * @property {string} file the file to open in it
 * @property {number} [line] where the cursor is
 * @property {string} [breadcrumb] what the innermost breadcrumb says there
 * @property {("outline" | "problems")[]} show the views that are open
 * @property {number} [widen] by how many steps of 60 pixels the side bar is widened
 * @property {{ width: number, height: number }} size of the window
 * @property {("light" | "dark")[]} themes
 */

/** @type {Picture[]} */
const pictures = [
  {
    name: "outline",
    workspace: sampleWorkspace,
    file: "harbour-days.trip.md",
    line: 24,
    breadcrumb: "Registries at Rest",
    show: ["outline"],
    widen: 1,
    size: { width: 1120, height: 700 },
    themes: ["light", "dark"],
  },
];

const themes = { light: "Light Modern", dark: "Dark Modern" };
const settings = {
  "editor.fontSize": 13,
  "editor.scrollbar.horizontal": "hidden",
  "editor.wordWrap": "on",
  "window.title": "${activeEditorShort}${separator}${rootName}",
};
const folder = join(project, "docs", "pictures");

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { extension: { type: "string" } },
  });
  const wanted = pictures.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (wanted.length === 0)
    throw new Error(`no such picture; there are: ${pictures.map(({ name }) => name).join(", ")}`);
  await mkdir(folder, { recursive: true });
  const extension = values.extension ?? (await builtExtension());
  for (const workspace of new Set(wanted.map((picture) => picture.workspace))) {
    const session = await startWorkbench({
      extension,
      workspace,
      scale: 2,
      settings,
    });
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      const taken = wanted.filter(
        (picture) => picture.workspace === workspace && picture.themes.includes(theme),
      );
      if (taken.length === 0) continue;
      await session.restartWith({ "workbench.colorTheme": themes[theme] });
      for (const picture of taken) {
        const path = join(folder, `${picture.name}-${theme}.png`);
        await take(session.workbench, picture, path);
        console.log(path);
      }
    }
    await session.close();
  }
  return 0;
});

/**
 * @param {import("../test/ui/page-object.mjs").Workbench} workbench
 * @param {Picture} picture
 * @param {string} path
 */
async function take(workbench, picture, path) {
  await workbench.page.setViewportSize(picture.size);
  await workbench.open(picture.file);
  for (const view of picture.show) {
    const items = view === "outline" ? await workbench.outline() : await workbench.problems();
    await items.nth(1).waitFor();
    if (view === "outline") {
      await workbench.collapseFolders();
      await workbench.outline();
      for (let step = 0; step < (picture.widen ?? 0); step++)
        await workbench.command("Increase Current View Size");
    }
  }
  await workbench.command("View: Focus Active Editor Group");
  if (picture.line) await workbench.goTo(picture.line);
  if (picture.breadcrumb) await workbench.breadcrumb(picture.breadcrumb).waitFor();
  await workbench.settled();
  await workbench.screenshot(path);
  await workbench.reset();
}
