import { ok } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Opens a view of the extension's by the keyboard and answers its items.
 * @param {import("../page-object.mjs").Workbench} workbench
 * @param {"Sessions" | "Private" | "Follow-ups"} name
 */
async function view(workbench, name) {
  await workbench.command(`Trip Report: Focus on ${name} View`);
  const items = workbench.page.getByRole("tree", { name }).getByRole("treeitem");
  await items.first().waitFor();
  return items;
}

/**
 * An item by the start of what a screen reader says of it.
 * @param {import("playwright-core").Locator} items
 * @param {string} label
 */
const named = (items, label) => items.and(items.page().locator(`[aria-label^="${label}"]`)).first();

/**
 * Opens an item's arrow.
 * @param {import("playwright-core").Locator} item
 */
async function expand(item) {
  if ((await item.getAttribute("aria-expanded")) === "false")
    await item.locator(".monaco-tl-twistie").click();
}

/**
 * Presses a button that an item shows when it is pointed at.
 * @param {import("../page-object.mjs").Workbench} workbench
 * @param {import("playwright-core").Locator} item
 * @param {string} name
 */
async function act(workbench, item, name) {
  const before = await workbench.text();
  const button = item.getByRole("button", { name });
  // A view that is filled anew while the mouse is on its way takes the button from under it.
  await workbench.until(`${name} to do something`, async () => {
    await item.hover({ timeout: 3_000 }).catch(() => undefined);
    await button.click({ timeout: 3_000 }).catch(() => undefined);
    return changed(workbench, before);
  });
}

/**
 * Whether the text becomes another one soon.
 * @param {import("../page-object.mjs").Workbench} workbench
 * @param {string} before
 */
async function changed(workbench, before) {
  for (let look = 0; look < 20; look++) {
    if ((await workbench.text()) !== before) return true;
    await workbench.page.waitForTimeout(100);
  }
  return false;
}

const HARBOUR = "Trip report: Harbour Days 2024";

/**
 * The report's item. A copy that another scenario made has the same name until it is noticed to be gone.
 * @param {import("../page-object.mjs").Workbench} workbench
 * @param {import("playwright-core").Locator} items
 */
async function harbour(workbench, items) {
  const reports = items.and(items.page().locator(`[aria-label^="${HARBOUR}"]`));
  await workbench.until("one report of that name", async () => (await reports.count()) === 1);
  return reports.first();
}

/** @type {import("../run.mjs").Scenarios} */
export default {
  "the Sessions view leads to headings, groups, filters and follows the cursor": async ({ workbench }) => {
    await workbench.open("README.md");
    const items = await view(workbench, "Sessions");
    await expand(await harbour(workbench, items));
    await named(items, "Registries at Rest · Keynote · Jo Lindqvist").click();
    await workbench.tab("harbour-days.trip.md").waitFor();
    await workbench.status(/Ln 22, Col 1\b/).waitFor();

    await workbench.goTo(36);
    const following = named(items, "Lazy Pulling in Anger");
    await workbench.until(
      "the section at the cursor",
      async () => (await following.getAttribute("aria-selected")) === "true",
    );

    await workbench.command("Trip Report: Group Sessions by Speaker");
    await expand(named(items, "Tom Achterberg"));
    await named(items, "Signing Without Tears").waitFor();
    await workbench.command("Trip Report: Filter Sessions…");
    const words = workbench.page.locator(".quick-input-widget .quick-input-box input");
    await words.fill("okafor tide");
    await words.press("Enter");
    await named(items, "Tom Achterberg").waitFor({ state: "detached" });
    await named(items, "Mara Okafor").waitFor();
    await workbench.page.getByText("Only what has “okafor tide”").waitFor();
    await workbench.command("Trip Report: Clear Session Filter");
    await named(items, "Tom Achterberg").waitFor();
    await workbench.command("Trip Report: Group Sessions by Report");
    await named(items, HARBOUR).waitFor();
    await workbench.command("View: Show Explorer");
  },

  "a session is dragged to another one's place": async ({ workbench, folder }) => {
    await workbench.open("harbour-days.trip.md");
    const items = await view(workbench, "Sessions");
    await expand(await harbour(workbench, items));
    await named(items, "What the Tide Brings").dragTo(named(items, "Registries at Rest"));
    await workbench.until("the sessions the other way round", async () => {
      const text = await workbench.text();
      return (
        text.indexOf("### What the Tide") >= 0 &&
        text.indexOf("### What the Tide") < text.indexOf("### Registries")
      );
    });
    // It is open, so the change waits to be saved.
    await workbench.page.locator(".tab.active.dirty").waitFor();
    ok(/Registries[\s\S]*What the Tide/.test(await readFile(join(folder, "harbour-days.trip.md"), "utf8")));
    await workbench.command("View: Show Explorer");
  },

  "the Private view reads a closed report, goes to a comment and redacts it": async ({ workbench }) => {
    const items = await view(workbench, "Private");
    await expand(await harbour(workbench, items));
    await named(items, "Redacted marker").waitFor();
    const comment = named(items, "Internal comment · in the text · team");
    await comment.click();
    await workbench.status(/Ln 18, Col 1\b/).waitFor();
    await act(workbench, comment, "Redact Now");
    await workbench.shows(/^\\<Redacted comments>$/m);
    await comment.waitFor({ state: "detached" });
    await workbench.command("View: Show Explorer");
  },

  "a suspected sentence is ignored or marked in the Private view": async ({ workbench, folder }) => {
    await writeFile(
      join(folder, "spring.trip.md"),
      "# Spring Talks\n\nOff the record, two of their engineers are about to quit.\n",
    );
    await workbench.open("spring.trip.md");
    const items = await view(workbench, "Private");
    await expand(named(items, "Spring Talks"));
    const suspect = named(items, "Suspected internal comment");
    await act(workbench, suspect, "Ignore");
    await workbench.shows(/<!-- trip-report-disable-next-line suspected-internal-comment -->/);
    await named(items, "Nothing internal").waitFor();
    await workbench.focusEditor();
    await workbench.press("Control+z");
    await act(workbench, suspect, "Mark as Internal");
    await workbench.shows(/^\[internal: Off the record.*\]$/m);
    await named(items, "Internal comment · in the text · team").waitFor();
    await workbench.command("View: Show Explorer");
  },

  "a follow-up is ticked off in a report that is not open, and saved": async ({ workbench, folder }) => {
    const file = join(folder, "harbour-days.trip.md");
    const items = await view(workbench, "Follow-ups");
    const todo = named(items, "Send Ines our signing notes · open");
    await todo.getByRole("checkbox").click();
    await workbench.until("the tick on disk", async () =>
      (await readFile(file, "utf8")).includes("- [x] Send Ines our signing notes"),
    );
    await named(items, "Send Ines our signing notes · done").waitFor();
    await workbench.command("Trip Report: Show Open Follow-ups Only");
    await named(items, "Send Ines our signing notes").waitFor({ state: "detached" });
    await workbench.command("Trip Report: Group Follow-ups by Owner");
    await named(items, "ada · 1 open").waitFor();
    await workbench.command("Trip Report: Group Follow-ups by Report");
    await workbench.command("Trip Report: Show All Follow-ups");
    await workbench.command("View: Show Explorer");
  },

  "going to a session by name, and on from session to session": async ({ workbench, folder }) => {
    await writeFile(
      join(folder, "second.trip.md"),
      "# Second Day\n\n## Panel: Whither Queues (Bo Lind)\n\nx\n",
    );
    await workbench.open("README.md");
    const input = workbench.page.locator(".quick-input-widget .quick-input-box input");
    await workbench.command("Trip Report: Go to Session…");
    await input.fill("lindqvist rest");
    const taken = workbench.page.locator(".quick-input-widget .monaco-list-row.focused");
    await taken.and(workbench.page.locator("[aria-label^='Registries at Rest']")).waitFor();
    await input.press("Enter");
    await workbench.status(/Ln 22, Col 1\b/).waitFor();
    await workbench.focusEditor();
    await workbench.press("Control+k");
    await workbench.press("Shift+ArrowDown");
    await workbench.status(/Ln 29, Col 1\b/).waitFor();
    await workbench.press("Control+k");
    await workbench.press("Shift+ArrowRight");
    await workbench.status(/Ln 39, Col 1\b/).waitFor();
    await workbench.press("Control+k");
    await workbench.press("Shift+ArrowRight");
    await workbench.status("There is no internal comment below.").waitFor();
  },
};
