import { deepEqual, match, ok } from "node:assert/strict";
import { openOverview } from "../overview.mjs";
import { openPreview } from "../preview.mjs";

/** @typedef {import("../workbench.mjs").Session["workbench"]} Workbench */
/** @typedef {import("playwright-core").Locator} Locator */

const REPORT = "harbour-days.trip.md";

/**
 * What a screen reader is told of each item of a tree, in order.
 * @param {Workbench} workbench
 * @param {Locator} tree
 * @param {RegExp} wanted what one of them says, once the tree is filled
 */
async function items(workbench, tree, wanted) {
  /** @type {string[]} */
  let names = [];
  await workbench.until(`an item that says ${wanted}`, async () => {
    names = treeItems(await tree.ariaSnapshot());
    return names.some((name) => wanted.test(name));
  });
  return names;
}

/**
 * The names of a snapshot's tree items; an item without one is told by its line.
 * @param {string} snapshot
 */
function treeItems(snapshot) {
  return snapshot
    .split("\n")
    .filter((line) => /^\s*- '?treeitem/.test(line))
    .map((line) => /treeitem "((?:[^"\\]|\\.)+)"/.exec(line)?.[1] ?? `unnamed: ${line}`);
}

/**
 * A view of the extension's by its title, all of it opened by the keyboard.
 * @param {Workbench} workbench
 * @param {string} name
 */
async function view(workbench, name) {
  await workbench.command(`Trip Report: Focus on ${name} View`);
  const tree = workbench.page.getByRole("tree", { name });
  await tree.getByRole("treeitem").first().waitFor();
  const report = tree.locator("[aria-label^='Trip report: Harbour Days 2024']").first();
  if ((await report.getAttribute("aria-expanded")) === "false") {
    await report.click();
    await workbench.press("ArrowRight");
  }
  return tree;
}

/** @type {import("../run.mjs").Scenarios} */
export default {
  "a screen reader is told kinds, speakers and audiences in the three views": async ({ workbench }) => {
    await workbench.open(REPORT);
    const sessions = await items(workbench, await view(workbench, "Sessions"), /Keynote/);
    const hidden = await items(workbench, await view(workbench, "Private"), /Internal comment/);
    const todo = await items(workbench, await view(workbench, "Follow-ups"), /open|done/);
    console.log(sessions, hidden, todo);
  },

  "a screen reader is told the outline and the status": async ({ workbench }) => {
    await workbench.open(REPORT);
    await (await workbench.outline()).first().waitFor();
    const outline = workbench.page.getByRole("tree", { name: "Document Symbols" });
    console.log(await outline.ariaSnapshot());
    const status = await workbench.status(/public: \d+ redacted/);
    await status.waitFor();
    console.log(await status.ariaSnapshot(), await status.evaluate((element) => element.outerHTML));
  },

  "a screen reader is told the overview and the preview": async ({ workbench }) => {
    await workbench.open(REPORT);
    const overview = await openOverview(workbench);
    await overview.getByRole("heading", { level: 1 }).waitFor();
    console.log(await overview.locator("body").ariaSnapshot());
    await workbench.open(REPORT);
    const preview = await openPreview(workbench);
    await preview.getByRole("heading", { level: 1 }).waitFor();
    console.log(await preview.locator("body").ariaSnapshot());
    ok(match && deepEqual);
  },
};
