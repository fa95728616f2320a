// The box at the top of the window: command palette, quick open, go to line and go to symbol.

/** How long it is tried, in milliseconds: a file that was written just now is found only by a later search. */
const patience = 60_000;
const attempt = 4_000;

/**
 * Opens the box with a key, fills it and takes the entry of that label; without a label, what Enter takes.
 * @param {import("playwright-core").Page} page
 * @param {string} key one combination, or several after each other with a space between
 * @param {string} text
 * @param {string} [label] how the entry begins
 */
export async function choose(page, key, text, label) {
  const widget = page.locator(".quick-input-widget");
  const input = widget.locator(".quick-input-box input");
  const end = Date.now() + patience;
  for (;;) {
    // An editor that takes the focus late closes the box; nothing has been chosen then, so it can be tried again.
    try {
      for (const stroke of key.split(" ")) await page.keyboard.press(stroke);
      await input.fill(text, { timeout: attempt });
      if (label === undefined) await input.press("Enter", { timeout: attempt });
      else await entry(widget, label).click({ timeout: attempt });
      break;
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.keyboard.press("Escape");
    }
  }
  await left(widget, text);
}

/**
 * Waits until the box is closed, or asks the next thing: a command may open it again at once.
 * @param {import("playwright-core").Locator} widget
 * @param {string} text what the box held
 */
async function left(widget, text) {
  const end = Date.now() + patience;
  const inputs = widget.locator(".quick-input-box input:visible");
  // A window that is loaded anew takes the box along while it is looked at.
  const values = () =>
    inputs
      .evaluateAll((fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field).value))
      .catch(() => []);
  while ((await values()).includes(text)) {
    if (Date.now() > end) throw new Error(`the box still holds ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * An entry's accessible name is its label and what else the entry says of it.
 * @param {import("playwright-core").Locator} widget
 * @param {string} label
 */
function entry(widget, label) {
  return widget.getByRole("option", { name: new RegExp(`^${literally(label)}([ ,]|$)`, "i") }).first();
}

/**
 * A text as a regular expression that matches just it.
 * @param {string} text
 */
export const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
