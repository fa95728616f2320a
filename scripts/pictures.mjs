#!/usr/bin/env node
// Takes the README's pictures in a real editor: node scripts/pictures.mjs [--extension <folder or .vsix>] [name…]
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { project } from "../test/host/cache.mjs";
import { runMain } from "../test/host/lifetime.mjs";
import { builtExtension } from "../test/ui/extension.mjs";
import { openOverview } from "../test/ui/overview.mjs";
import { openPreview } from "../test/ui/preview.mjs";
import { startWorkbench } from "../test/ui/workbench.mjs";
import { animated, record } from "./animation.mjs";
import { drawIcon } from "./icon.mjs";
import { takePages } from "./page-pictures.mjs";

/**
 * @typedef {object} Picture
 * @property {string} name the file's name before `-light.png` and `-dark.png`
 * @property {string} file the example to open
 * @property {[string, string][]} [changes] texts of the copy that is opened, and what stands in their place
 * @property {string} at text whose line the cursor is in
 * @property {string} [breadcrumb] what the innermost breadcrumb says there
 * @property {("outline" | "problems")[]} show the views that are open
 * @property {number} [widen] by how many steps of 60 pixels the side bar is widened
 * @property {string} [hover] the text that the mouse points at
 * @property {string} [quickFix] a title in the quick fix menu, which is opened at the cursor
 * @property {string} [preview] text of the preview beside the editor, which is opened
 * @property {string} [overview] text of the overview beside the editor, which is opened
 * @property {boolean} [contrast] whether it is taken with high contrast too
 * @property {boolean} [editorOnly] whether only the editor is in the picture, without the side bar and the panel
 * @property {{ width: number, height: number }} size of the window
 */

/** What a report is told to be, so that its internal comments stand out. */
const forEveryone = /** @type {[string, string]} */ (["audience: team", "audience: public"]);

/** Times for the sessions of the example, so that its overview has a day to draw. */
const timed = /** @type {[string, string][]} */ ([
  ["### Cutting", "### 10:15 Cutting"],
  ["### Schema", "### 11:30 Schema"],
  ["### Panel", "### 14:00 Panel"],
  ["### Keynote: The", "### 9:00 Keynote: The"],
  ["#### Tracing", "#### 10:30 Tracing"],
  ["#### Lightning", "#### 11:15 Lightning"],
]);

/** @type {Picture[]} */
const pictures = [
  {
    name: "outline",
    file: "two-day-conference.trip.md",
    changes: [forEveryone],
    at: "Varnholt told the story",
    breadcrumb: "Opening Keynote",
    show: ["outline", "problems"],
    widen: 1,
    size: { width: 1180, height: 780 },
  },
  {
    name: "hover",
    file: "two-day-conference.trip.md",
    changes: [forEveryone],
    at: "Her rule for capacity",
    show: [],
    hover: ":::internal company",
    editorOnly: true,
    size: { width: 860, height: 460 },
  },
  {
    name: "quick-fix",
    file: "two-day-conference.trip.md",
    changes: [["\\<Redacted comments>", "<Redacted comments>"]],
    at: "<Redacted comments>",
    show: [],
    quickFix: "Make the marker visible",
    editorOnly: true,
    size: { width: 860, height: 400 },
  },
  {
    name: "internal-comments",
    file: "two-day-conference.trip.md",
    changes: [
      ["and threw away half", "[internal: as we should, before the autumn] and threw away half"],
      ["more often than the cure", "more often than the cure [internal public: they have a post on it]"],
    ],
    at: "Two engineers of a ticket shop",
    show: [],
    contrast: true,
    editorOnly: true,
    size: { width: 900, height: 560 },
  },
  {
    name: "preview",
    file: "two-day-conference.trip.md",
    at: "Varnholt told the story",
    show: [],
    preview: "Ten winters of object storage",
    contrast: true,
    editorOnly: true,
    size: { width: 1240, height: 1040 },
  },
  {
    name: "overview",
    file: "two-day-conference.trip.md",
    changes: timed,
    at: "Varnholt told the story",
    show: [],
    overview: "Harbour Days 2024",
    contrast: true,
    editorOnly: true,
    size: { width: 1480, height: 860 },
  },
];

/** @type {import("./page-pictures.mjs").PagePicture[]} */
const pages = [
  {
    name: "published-page",
    command: ["publish", "--to", "html"],
    file: "two-day-conference.trip.md",
    size: { width: 1240, height: 860 },
  },
  {
    name: "overview-page",
    command: ["overview"],
    file: "two-day-conference.trip.md",
    changes: timed,
    size: { width: 1040, height: 860 },
  },
];

const themes = { light: "Light Modern", dark: "Dark Modern", contrast: "Default High Contrast" };
const settings = {
  "editor.fontSize": 13,
  "editor.occurrencesHighlight": "off",
  "editor.scrollbar.horizontal": "hidden",
  "editor.stickyScroll.enabled": false,
  "editor.wordWrap": "on",
  // No hints where the mouse was when a command was chosen.
  "workbench.hover.delay": 60_000,
  "workbench.activityBar.location": "hidden",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor puts the value in
  "window.title": "${activeEditorShort}",
};
const folder = join(project, "docs", "pictures");

/**
 * What is made in a way of its own; each answers the path of its file.
 * @type {Record<string, (extension: string) => Promise<string>>}
 */
const others = {
  icon: drawIcon,
  async "mark-and-publish"(extension) {
    const session = await startWorkbench({
      extension,
      workspace: join(project, "examples"),
      settings: { ...settings, "workbench.colorTheme": themes.light },
    });
    const path = join(folder, "mark-and-publish.png");
    await writeFile(path, animated(await record(session)));
    await session.close();
    return path;
  },
};

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { extension: { type: "string" } },
  });
  const isWanted = (/** @type {{ name: string }} */ { name }) =>
    positionals.length === 0 || positionals.includes(name);
  const wanted = pictures.filter(isWanted);
  const wantedPages = pages.filter(isWanted);
  const wantedOthers = Object.entries(others).filter(([name]) => isWanted({ name }));
  if (wanted.length + wantedPages.length + wantedOthers.length === 0)
    throw new Error(
      `no such picture; there are: ${[...[...pictures, ...pages].map(({ name }) => name), ...Object.keys(others)].join(", ")}`,
    );
  await mkdir(folder, { recursive: true });
  const extension = values.extension ?? (await builtExtension());
  await takePages(wantedPages, folder);
  for (const [, make] of wantedOthers) console.log(await make(extension));
  // A new window for each theme: one that is loaded anew remembers which views were hidden and how wide they were.
  for (const [theme, name] of wanted.length === 0 ? [] : Object.entries(themes)) {
    const session = await startWorkbench({
      extension,
      workspace: join(project, "examples"),
      scale: 2,
      settings: { ...settings, "workbench.colorTheme": name },
    });
    for (const picture of wanted.filter(({ contrast }) => contrast || theme !== "contrast")) {
      const path = join(folder, `${picture.name}-${theme}.png`);
      await take(session, picture, path);
      console.log(path);
    }
    await session.close();
  }
  return 0;
});

/**
 * @param {import("../test/ui/workbench.mjs").Session} session
 * @param {Picture} picture
 * @param {string} path
 */
async function take(session, picture, path) {
  const { workbench } = session;
  const line = await prepare(join(session.folder, picture.file), picture);
  await workbench.page.setViewportSize(picture.size);
  await workbench.open(picture.file);
  // Whatever is shown of a report, its outline is there first.
  await (await workbench.outline()).nth(1).waitFor();
  if (picture.show.includes("outline")) {
    await workbench.collapseFolders();
    await workbench.outline();
    for (let step = 0; step < (picture.widen ?? 0); step++)
      await workbench.command("Increase Current View Size");
  }
  if (picture.editorOnly) await workbench.command("View: Toggle Primary Side Bar Visibility");
  if (picture.show.includes("problems")) {
    const files = (await workbench.problems()).and(workbench.page.locator("[aria-level='1']"));
    await workbench.until("the problems of this report alone", async () => (await files.count()) === 1);
  }
  await workbench.focusEditor();
  await workbench.goTo(line);
  if (picture.preview) await (await openPreview(workbench)).getByText(picture.preview).first().waitFor();
  if (picture.overview) {
    const heading = (await openOverview(workbench)).getByRole("heading", { name: picture.overview });
    await heading.first().waitFor();
  }
  if (picture.breadcrumb) await workbench.breadcrumb(picture.breadcrumb).waitFor();
  await workbench.settled();
  if (picture.hover) await workbench.hover(picture.hover);
  if (
    picture.quickFix &&
    !(await workbench.quickFixes()).some((title) => title.includes(picture.quickFix ?? ""))
  )
    throw new Error(`the menu does not offer “${picture.quickFix}”`);
  await workbench.screenshot(path, picture.editorOnly ? workbench.page.getByRole("main") : undefined);
  await workbench.reset();
  await session.restore();
}

/**
 * Changes the copy of a file as the picture has it, and removes the others.
 * @param {string} file
 * @param {Picture} picture
 * @returns {Promise<number>} the line of the cursor, counted from 1
 */
async function prepare(file, { changes = [], at }) {
  // The problems in the picture are this report's alone.
  for (const other of await readdir(dirname(file)))
    if (other !== basename(file)) await rm(join(dirname(file), other));
  let text = await readFile(file, "utf8");
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
    text = text.replace(from, () => to);
  }
  await writeFile(file, text);
  const line = text.split("\n").findIndex((line) => line.includes(at)) + 1;
  if (line === 0) throw new Error(`${file} has no “${at}”`);
  return line;
}
