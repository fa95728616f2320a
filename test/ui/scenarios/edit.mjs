import { equal } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const typed = `# A Day Out

## Expo floor

1. Pelican Grid
2. Quayside
   1. cheap
   2. fast
      - they say
3. Dinner

> - [ ] ask Ada
> - [ ] ask Bo
>
> So they said.

The end.`;

/** @type {import("../run.mjs").Scenarios} */
export default {
  "nested lists, tasks and quotes are typed by keyboard alone": async ({ workbench, folder }) => {
    const file = join(folder, "typed.trip.md");
    await writeFile(file, "");
    await workbench.open("typed.trip.md");
    // The status item is the extension's: it is there when the extension is.
    await workbench.status(/public: 0 redacted/).waitFor();
    await workbench.focusEditor();
    await workbench.type("# A Day Out\n\n## Expo floor\n\n1. Pelican Grid\nQuayside\n");
    await workbench.shows(/^3\. $/m);
    await workbench.press("Tab");
    await workbench.shows(/^ {3}1\. $/m);
    await workbench.type("cheap\nfast\n");
    await workbench.shows(/^ {3}3\. $/m);
    await workbench.press("Tab");
    // The number is exchanged for a bullet as anybody would do it.
    await workbench.shows(/^ {6}1\. $/m);
    for (const _ of "1. ") await workbench.press("Backspace");
    await workbench.type("- they say\n");
    await workbench.shows(/^ {6}- $/m);
    await workbench.press("Shift+Tab");
    await workbench.shows(/^ {3}- $/m);
    await workbench.press("Shift+Tab");
    await workbench.shows(/^- $/m);
    for (const _ of "- ") await workbench.press("Backspace");
    await workbench.type("3. Dinner\n\n> - [ ] ask Ada\nask Bo\n\nSo they said.\n\nThe end.");
    // What follows the keys comes a moment after the last of them.
    const words = (/** @type {string} */ text) => text.replace(/[ \t]+$/gm, "");
    await workbench.shows((text) => words(text) === typed);
    await workbench.save();
    equal(await readFile(file, "utf8"), typed);
    await workbench.breadcrumb("Expo floor").waitFor();
  },

  "the breadcrumbs and the outline show internal comments where that is wanted": async (session) => {
    const { workbench } = session;
    await workbench.open("harbour-days.trip.md");
    const outline = await workbench.outline();
    await outline.filter({ hasText: "Lazy Pulling in Anger" }).waitFor();
    equal(await outline.filter({ hasText: "Sam offered" }).count(), 0);
    await session.setWorkspaceSettings({ "tripReport.outline.showMarkers": true });
    await workbench.collapseFolders();
    const section = outline.filter({ hasText: "Lazy Pulling in Anger" });
    await workbench.until("the section to hold something", async () =>
      /true|false/.test((await section.getAttribute("aria-expanded")) ?? ""),
    );
    await section.click();
    // The outline goes to the heading a moment after the click.
    await workbench.status(/Ln 35, Col 1\b/).waitFor();
    await workbench.goTo(40, 3);
    await workbench.breadcrumb("Lazy Pulling in Anger").waitFor();
    await workbench.breadcrumb("Sam offered to look at our puller").waitFor();
  },

  "Tab takes a suggestion and a snippet's next place before it indents": async ({ workbench }) => {
    await workbench.newFile("Trip Report");
    await workbench.type("- one\n");
    await workbench.snippet("internal");
    await workbench.type("not this");
    await workbench.press("Tab");
    await workbench.type(" two");
    await workbench.shows(/^- \[internal: not this\] two$/m);
  },

  "Fold All Internal Comments hides them and nothing else": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    await workbench.focusEditor();
    await workbench.goToSymbol("Lazy Pulling in Anger");
    await workbench.shows(/ask before November/);
    await workbench.command("Trip Report: Fold All Internal Comments");
    await workbench.shows((text) => !/ask before November/.test(text) && /Start-up times fell/.test(text));
    await workbench.command("Trip Report: Unfold All Internal Comments");
    await workbench.shows(/ask before November/);
  },
};
