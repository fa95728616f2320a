import { doesNotMatch, equal, match } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPreview } from "../preview.mjs";
import { literally } from "../quick-input.mjs";

/** @type {import("../run.mjs").Options} */
export const options = { restricted: true, settings: { "tripReport.trace.server": "messages" } };

/**
 * What the extension wrote to its log.
 * @param {import("../workbench.mjs").Session} session
 */
async function logOf({ logs }) {
  const files = (await readdir(logs, { recursive: true })).filter((file) => /Trip Report\.log$/.test(file));
  return (await Promise.all(files.map((file) => readFile(join(logs, file), "utf8")))).join("");
}

/**
 * Has the extension log at the level at which messages are.
 * @param {import("../page-object.mjs").Workbench} workbench
 */
async function logMessages(workbench) {
  const box = workbench.page.locator(".quick-input-widget");
  await workbench.press("F1");
  for (const choice of [">Developer: Set Log Level...", "Trip Report", "Trace"]) {
    await box.locator(".quick-input-box input").fill(choice);
    const label = choice.replace(">", "");
    await box
      .getByRole("option", { name: new RegExp(`^${literally(label)}`) })
      .first()
      .click();
  }
  await box.waitFor({ state: "hidden" });
}

/** @type {import("../run.mjs").Scenarios} */
export default {
  "in a folder that is not trusted reports are read, and its settings and git are not": async (session) => {
    const { workbench, folder } = session;
    const trace = join(folder, "..", "trace");
    const git = (/** @type {string[]} */ ...args) => execFileSync("git", args, { cwd: folder });
    git("init", "-q");
    git("config", "core.fsmonitor", `touch '${trace}'; false`);
    await writeFile(join(folder, ".gitignore"), "draft.trip.md\n");
    await writeFile(join(folder, "draft.trip.md"), "# Draft of Quay Days\n\n## Summary\n\na\n");
    await session.setWorkspaceSettings({ "tripReport.trace.server": "verbose" });

    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).filter({ hasText: "Registries at Rest" }).waitFor();
    await logMessages(workbench);
    await (await workbench.problems()).first().waitFor();
    await workbench.command("Trip Report: Focus on Sessions View");
    const reports = workbench.page.getByRole("tree", { name: "Sessions" }).getByRole("treeitem");
    await reports.filter({ hasText: "Harbour Days 2024" }).waitFor();
    // Nobody asked git what is ignored.
    await reports.filter({ hasText: "Draft of Quay Days" }).waitFor();
    await workbench.focusEditor();
    const page = await openPreview(workbench);
    await page.locator("div.trip-report-internal").first().waitFor();
    await workbench.command("View: Close Editor");
    await workbench.tab("Preview").waitFor({ state: "detached" });
    equal(existsSync(trace), false);
    const untrusted = await logOf(session);
    match(untrusted, /Sending request/);
    doesNotMatch(untrusted, /Params:/);

    await workbench.command("Workspaces: Manage Workspace Trust");
    await workbench.page.getByRole("button", { name: "Trust", exact: true }).click();
    await workbench.page.getByText("You trust this folder").waitFor();
    await workbench.command("View: Close Editor");
    await workbench.tab("Workspace Trust").waitFor({ state: "detached" });
    await reports.filter({ hasText: "Draft of Quay Days" }).waitFor({ state: "detached" });
    await reports.filter({ hasText: "Harbour Days 2024" }).waitFor();
    await workbench.until("the folder's setting", async () => /Params:/.test(await logOf(session)));
    equal(existsSync(trace), false);
    await workbench.command("View: Show Explorer");
  },
};
