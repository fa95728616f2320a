// The box at the top of the window: command palette, quick open, go to line and go to symbol.

const attempts = 3;

/**
 * Opens the box with a key, fills it and takes the entry of that label; without a label, what Enter takes.
 * @param {import("playwright-core").Page} page
 * @param {string} key
 * @param {string} text
 * @param {string} [label] how the entry begins
 */
export async function choose(page, key, text, label) {
  const widget = page.locator(".quick-input-widget");
  const input = widget.locator(".quick-input-box input");
  for (let attempt = 1; ; attempt++) {
    // An editor that takes the focus late closes the box; nothing has been chosen then, so it can be tried again.
    try {
      await page.keyboard.press(key);
      await input.fill(text, { timeout: 5_000 });
      if (label === undefined) await input.press("Enter", { timeout: 5_000 });
      else await entry(widget, label).click({ timeout: 10_000 });
      break;
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press("Escape");
    }
  }
  await widget.waitFor({ state: "hidden" });
}

/**
 * An entry's accessible name is its label and what else the entry says of it.
 * @param {import("playwright-core").Locator} widget
 * @param {string} label
 */
function entry(widget, label) {
  return widget.getByRole("option", { name: new RegExp(`^${escape(label)}([ ,]|$)`, "i") }).first();
}

/**
 * A text as a regular expression that matches just it.
 * @param {string} text
 */
export const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
