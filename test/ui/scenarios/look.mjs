import { equal, match, notEqual } from "node:assert/strict";
import { openPreview } from "../preview.mjs";

/** @typedef {import("../workbench.mjs").Session["workbench"]} Workbench */

/**
 * The colours behind a text in the editor, from the text outwards.
 * @param {Workbench} workbench
 * @param {string} words
 */
const colours = (workbench, words) =>
  workbench.editor
    .getByText(words)
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element);
      return { text: style.color, background: style.backgroundColor };
    });

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
    await workbench.until("the bar", async () => {
      const { text, background } = await colours(workbench, "(redacted)");
      return text === background;
    });
    await workbench.goTo(1, 5);
    await workbench.until("the words", async () => {
      const { text, background } = await colours(workbench, "redacted");
      return text !== background;
    });
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
