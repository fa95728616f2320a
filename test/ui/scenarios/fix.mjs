import { deepEqual, match } from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

// Nothing else is wrong with it: another finding's light bulb could be there first.
const report = `---
type: trip-report
title: A Day Out
event: Day Out
dates: 2024-05-01
---

# A Day Out

## Summary

Short.

## Opening Keynote (Ada Brook)

Her answers:

<Redacted comments>

[intenral: she did not know]
`;

/**
 * The line of a text, counted from 1.
 * @param {string} text
 */
const lineOf = (text) => report.slice(0, report.indexOf(text)).split("\n").length;

/** @param {import("../workbench.mjs").Session} session */
async function openReport({ workbench, folder }) {
  await writeFile(join(folder, "mistakes.trip.md"), report);
  await workbench.open("mistakes.trip.md");
  await workbench.squiggle("warning").waitFor();
}

/** @type {import("../run.mjs").Scenarios} */
export default {
  "the light bulb offers a quick fix and applies it": async (session) => {
    const { workbench } = session;
    await openReport(session);
    await workbench.goTo(lineOf("<Redacted"), 5);
    await workbench.clickLightBulb();
    await workbench.applyQuickFix("Make the marker visible");
    await workbench.shows(/^\\<Redacted comments>$/m);
    await workbench.squiggle("warning").waitFor({ state: "detached" });
    await workbench.save();
  },

  "Ctrl+. at a misspelt comment offers its proper spelling": async (session) => {
    const { workbench } = session;
    await openReport(session);
    await workbench.squiggle("error").waitFor();
    await workbench.goTo(lineOf("[intenral"), 4);
    const titles = await workbench.quickFixes();
    match(titles[0] ?? "", /^Change to/);
    await workbench.applyQuickFix("Change to");
    await workbench.shows(/^\[internal: she did not know\]$/m);
    await workbench.squiggle("error").waitFor({ state: "detached" });
  },

  "a problem in the Problems panel leads to its place": async (session) => {
    const { workbench } = session;
    await openReport(session);
    const problems = await workbench.problems();
    await problems.filter({ hasText: "misspelt-internal-comment" }).click();
    await workbench.status(new RegExp(`Ln ${lineOf("[intenral")}, Col \\d+`)).waitFor();
    const files = await problems.filter({ hasText: "mistakes.trip.md" }).count();
    deepEqual(files, 1);
  },
};
