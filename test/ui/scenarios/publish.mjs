import { doesNotMatch, match } from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** @type {import("../run.mjs").Scenarios} */
export default {
  "Publish… asks for whom, as what and where, and shows the copy": async ({ workbench, folder }) => {
    await workbench.open("harbour-days.trip.md");
    await workbench.status(/public: \d+ redacted/).waitFor();
    await workbench.command("Trip Report: Publish…");
    const box = workbench.page.locator(".quick-input-widget");
    await box.getByRole("option", { name: /^public/ }).click();
    await box.getByRole("option", { name: /^Markdown/ }).click();
    // The embedded editor asks for a file in the same box; it proposes a name beside the source.
    const file = box.locator(".quick-input-box input");
    await workbench.until("the proposed name", async () =>
      /harbour-days\.public\.md$/.test(await file.inputValue()),
    );
    await box.getByRole("button", { name: "OK" }).click();
    await workbench.tab("harbour-days.public.md").waitFor();
    await workbench.shows(/Redacted comments/);
    const text = await readFile(join(folder, "harbour-days.public.md"), "utf8");
    match(text, /\\<Redacted comments>/);
    doesNotMatch(text, /ask before November|drop our own cache/);
    await rm(join(folder, "harbour-days.public.md"));
  },

  "the status item says when there can be no copy": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await workbench.status(/public: \d+ redacted/).waitFor();
    await workbench.focusEditor();
    await workbench.press("Control+End");
    await workbench.type("\n<internal>");
    await workbench.status("public: blocked").waitFor();
    // The editor opens a file again where it was left: the other scenarios look at its top.
    await workbench.press("Control+Home");
  },
};
