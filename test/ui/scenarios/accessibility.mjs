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
    const sessions = await items(workbench, await view(workbench, "Sessions"), /Action items/);
    const kinds = "Summary|Group|Keynote|Talk|Hallway|Follow-ups|\\d+ sections";
    deepEqual(
      sessions.filter((name) => !new RegExp(` · (?:${kinds})(?: · |$)`).test(name)),
      [],
    );
    ok(sessions.includes("Registries at Rest · Keynote · Jo Lindqvist"));
    const hidden = await items(workbench, await view(workbench, "Private"), /Redacted marker/);
    ok(hidden.some((name) => /^Internal comment · block · team · Sam offered/.test(name)));
    ok(hidden.some((name) => /^Internal comment · in the text · team · /.test(name)));
    const todo = await items(workbench, await view(workbench, "Follow-ups"), /· ada ·/);
    ok(todo.some((name) => /^Try lazy pulling on the build machines @ada · open · ada · /.test(name)));
    deepEqual(
      [...sessions, ...hidden, ...todo].filter((name) => name.startsWith("unnamed")),
      [],
    );
  },

  "a screen reader is told the outline's sections and what the status item means": async ({ workbench }) => {
    await workbench.open(REPORT);
    await (await workbench.outline()).first().waitFor();
    const outline = workbench.page.getByRole("tree", { name: "Document Symbols" });
    const names = await items(workbench, outline, /^Registries at Rest/);
    deepEqual(
      names.filter((name) => !/^\S.* \([a-z ]+\)$/.test(name)),
      [],
    );
    const status = workbench.status(/public: \d+ redacted/);
    await status.waitFor();
    match(await status.ariaSnapshot(), /button "The copy for “public” has \d+ comments redacted/);
  },

  "a screen reader is told the overview in words, and where it is text": async ({ workbench }) => {
    await workbench.open(REPORT);
    const overview = await openOverview(workbench);
    await overview.getByRole("heading", { level: 1 }).waitFor();
    const told = await overview.locator("body").ariaSnapshot();
    match(told, /Show Overview as Text/);
    match(told, /row "– Registries at Rest Keynote Jo Lindqvist \d+ –"/);
    match(told, /cell "1 internal \(10 words\)"/);
    match(told, /text: "Open:"/);
    await overview.getByRole("button", { name: "Hallway track" }).focus();
    await workbench.page.getByRole("button", { name: "Show Overview as Text" }).first().click();
    await workbench.tab("harbour-days.trip.md.overview.txt").waitFor();
  },

  "a screen reader is told in the preview whom a comment is for": async ({ workbench }) => {
    await workbench.open(REPORT);
    const preview = await openPreview(workbench);
    await preview.getByRole("heading", { level: 1 }).waitFor();
    match(await preview.locator("body").ariaSnapshot(), /Internal · team/);
  },
};
