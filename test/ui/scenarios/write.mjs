import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** @type {import("../run.mjs").Scenarios} */
export default {
  "a report is written from nothing with snippets": async ({ workbench, folder }) => {
    await writeFile(join(folder, "open-day.trip.md"), "");
    await workbench.open("open-day.trip.md");
    await workbench.snippet("trip-report");

    // Title, event, city, date, name, company: each is typed over what the snippet proposes. Words that are snippets
    // themselves, such as “day”, stay words.
    for (const said of ["My Open Day", "Open Day", "Gullhaven", "", "Ada Brook", "Quayside Day"]) {
      await workbench.type(said);
      await workbench.press("Tab");
    }
    // The audience is chosen from a list.
    const choices = workbench.suggestions.getByRole("option");
    await choices.filter({ hasText: "public" }).click();
    await workbench.press("Escape");
    await workbench.press("Escape");
    await workbench.shows(/^audience: public$/m);
    await workbench.shows(/^title: "My Open Day"$/m);
    await workbench.shows(/^event: "Open Day"$/m);
    await workbench.shows(/^ {4}affiliation: Quayside Day$/m);
    await workbench.shows(/^# My Open Day$/m);

    // The Outline view and the breadcrumbs fill.
    const outline = await workbench.outline();
    await outline.filter({ hasText: "Executive Summary" }).waitFor();
    await outline.filter({ hasText: "Hallway track" }).waitFor();
    await workbench.focusEditor();
    await workbench.goToSymbol("Hallway track");
    await workbench.breadcrumb("Hallway track").waitFor();

    // An internal comment in a report for everyone is a problem that has a name.
    await workbench.press("Control+End");
    await workbench.press("Enter");
    await workbench.snippet("internal");
    await workbench.type("nobody was awake");
    await workbench.press("Tab");
    await workbench.shows(/^\[internal: nobody was awake\]$/m);
    const problems = await workbench.problems();
    await problems.filter({ hasText: "unredacted-internal-comment" }).waitFor();
    await problems.filter({ hasText: /internal comment for “team”/ }).waitFor();

    // It goes when the report is for the team only.
    await workbench.focusEditor();
    await workbench.goTo(10, "audience: public".length + 1);
    for (const _ of "public") await workbench.press("Backspace");
    await workbench.type("team");
    await problems.filter({ hasText: "unredacted-internal-comment" }).waitFor({ state: "detached" });
    await workbench.shows((text) => !text.includes("public"));
  },

  "the Outline view follows a report that has no file yet": async ({ workbench }) => {
    await workbench.newFile("Trip Report");
    await workbench.type("# A Day Out\n\n## Opening Keynote (Ada Brook)\n\nShe spoke.");
    const outline = await workbench.outline();
    await outline.filter({ hasText: "Opening Keynote" }).waitFor();
    await workbench.focusEditor();
    await workbench.press("Control+End");
    await workbench.type("\n\n## Hallway track\n\nCoffee.");
    await outline.filter({ hasText: "Hallway track" }).waitFor();
  },
};
