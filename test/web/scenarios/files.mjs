import { match } from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** @type {import("../../ui/run.mjs").Scenarios} */
export default {
  "reports that are on no disk are read with their team's settings, open or not": async ({
    workbench,
    folder,
  }) => {
    await writeFile(
      join(folder, "second.trip.md"),
      "# Second Day\n\n## Panel: Whither Queues (Bo Lind)\n\n[intenral: x]\n",
    );
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).filter({ hasText: "Registries at Rest" }).waitFor();
    await workbench.status(/public: \d+ redacted/).waitFor();
    const problems = await workbench.problems();
    await problems.filter({ hasText: "misspelt-internal-comment" }).waitFor();

    await writeFile(join(folder, ".tripreport.yaml"), "rules:\n  misspelt-internal-comment: off\n");
    await problems.filter({ hasText: "misspelt-internal-comment" }).waitFor({ state: "detached" });
  },

  "what somebody else changes is noticed": async ({ workbench, folder }) => {
    const sessions = workbench.page.getByRole("tree", { name: "Sessions" }).getByRole("treeitem");
    await workbench.command("Trip Report: Focus on Sessions View");
    await sessions.filter({ hasText: "Harbour Days 2024" }).waitFor();
    const file = join(folder, "later.trip.md");
    await writeFile(file, "# Later Days\n\n## Keynote (Bo Lind)\n\nx\n");
    await sessions.filter({ hasText: "Later Days" }).waitFor();
    await writeFile(file, "# Still Later Days\n\n## Keynote (Bo Lind)\n\nx\n");
    await sessions.filter({ hasText: "Still Later Days" }).waitFor();
    await rm(file);
    await sessions.filter({ hasText: "Still Later Days" }).waitFor({ state: "detached" });
    await workbench.command("View: Show Explorer");
  },

  "New Report… uses a team's template and says that it cannot know the author's name": async (session) => {
    const { workbench, folder } = session;
    await mkdir(join(folder, "forms"));
    await writeFile(join(folder, ".tripreport.yaml"), "templates: forms\n");
    await writeFile(
      join(folder, "forms", "visit.md"),
      "---\ntype: trip-report\ntitle: A visit\n---\n\n# A visit\n\nSeen.\n",
    );
    // It is said once a window.
    await session.restartWith({});
    await workbench.open("harbour-days.trip.md");
    await workbench.status(/public: \d+ redacted/).waitFor();
    await workbench.command("Trip Report: New Report…");
    const box = workbench.page.locator(".quick-input-widget");
    await box.getByRole("option", { name: /^A visit|^visit/ }).click();
    for (const question of ["Name of the event", "Its day, or first and last day", "Where it was"]) {
      await box.getByText(question).waitFor();
      await workbench.press("Escape");
    }
    await workbench.shows(/^Seen\.$/m);
    await workbench.toasts.filter({ hasText: "Your name is left for you to fill in" }).waitFor();
  },

  "what was found is corrected and saved where it came from": async ({ workbench, folder }) => {
    const file = join(folder, "mistake.trip.md");
    await writeFile(
      file,
      "---\ntype: trip-report\ntitle: A Day Out\nevent: Day Out\ndates: 2024-05-01\n---\n\n# A Day Out\n\n## Summary\n\nShort.\n\n[intenral: she did not know]\n",
    );
    await workbench.open("mistake.trip.md");
    await workbench.squiggle("error").waitFor();
    await workbench.goTo(14, 4);
    await workbench.applyQuickFix("Change to");
    await workbench.shows(/^\[internal: she did not know\]$/m);
    await workbench.save();
    match(await readFile(file, "utf8"), /^\[internal: she did not know\]$/m);
    await workbench.focusEditor();
    await workbench.press("Control+End");
    await workbench.type("\n## ");
    await workbench.press("Control+Space");
    await workbench.suggestions.getByRole("option").first().waitFor();
    await workbench.press("Escape");
  },
};
