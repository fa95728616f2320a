import { equal, match, notEqual } from "node:assert/strict";
import { openPreview } from "../preview.mjs";

/** @typedef {import("../workbench.mjs").Session["workbench"]} Workbench */

/**
 * Whether a word in the editor has the colour of something that is drawn behind the text.
 * @param {Workbench} workbench
 * @param {string} word
 */
async function isCovered(workbench, word) {
  const text = workbench.editor.locator(".view-line span:not(:has(span))").filter({ hasText: word }).first();
  const colour = await text.evaluate((element) => getComputedStyle(element).color);
  const behind = workbench.editor.locator("[class*='ced-']");
  const drawn = await behind.evaluateAll((elements) =>
    elements.map((element) => getComputedStyle(element).backgroundColor),
  );
  return drawn.includes(colour);
}

/** @type {import("../run.mjs").Scenarios} */
export default {
  "an internal comment is tinted, with a mark beside it": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    await workbench.focusEditor();
    await workbench.goToSymbol("Lazy Pulling in Anger");
    await workbench.shows(/ask before November/);
    const tints = workbench.editor.locator(".view-overlays [class*='ced-']");
    await workbench.until("the tint", async () => (await tints.count()) > 0);
    const tint = await tints.first().evaluate((element) => {
      const style = getComputedStyle(element);
      return { background: style.backgroundColor, line: style.borderLeftStyle };
    });
    match(tint.background, /^rgba\(/);
    notEqual(tint.line, "none");
    const icons = workbench.editor.locator(".glyph-margin-widgets [class*='ced-']");
    await workbench.until("the mark beside it", async () => (await icons.count()) > 0);
  },

  "a redacted marker is a bar until the cursor is in it": async ({ workbench }) => {
    await workbench.newFile("Trip Report");
    await workbench.type("a (redacted) b\n");
    await workbench.until("the bar", () => isCovered(workbench, "redacted"));
    await workbench.goTo(1, 5);
    await workbench.until("the words", async () => !(await isCovered(workbench, "redacted")));
  },

  "the preview shows internal comments with their audience": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    await workbench.focusEditor();
    const page = await openPreview(workbench);
    const comment = page.locator("div.trip-report-internal").first();
    await comment.waitFor();
    match((await comment.getAttribute("data-trip-report-label")) ?? "", /^Internal · /);
    equal(await page.locator("h1").first().isVisible(), true);
    equal(await page.getByText(":::internal").count(), 0);
  },
};
