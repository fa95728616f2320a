import { equal, match } from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openOverview } from "../overview.mjs";

/** @typedef {import("../workbench.mjs").Session} Session */

const report = `---
type: trip-report
title: Quay Days
dates: 2024-05-01
---

# Quay Days

## 9:00 Opening Keynote (Ada Brook)

She spoke for an hour. [internal: we fell asleep]

## 10:00 Knots & <b>ropes</b> (Ben Tarn)

Fine.
`;

/** @param {Session} session */
async function openReport({ workbench, folder }) {
  await writeFile(join(folder, "quay-days.trip.md"), report);
  await workbench.open("quay-days.trip.md");
  const shown = await openOverview(workbench);
  await workbench.tab("Overview: Quay Days").waitFor();
  await shown.getByRole("heading", { name: "Quay Days", level: 1 }).waitFor();
  return shown;
}

/** @type {import("../run.mjs").Scenarios} */
export default {
  "the overview leads to the text by mouse and by keyboard": async (session) => {
    const { workbench } = session;
    const shown = await openReport(session);
    match((await shown.getByRole("img").getAttribute("aria-label")) ?? "", /2 sessions from 09:00 on/);
    equal(await shown.locator("b").count(), 0);
    await shown.getByRole("button", { name: /^Knots/ }).click();
    await workbench.status(/Ln 13, Col 1\b/).waitFor();
    await shown.getByRole("button", { name: "Opening Keynote" }).focus();
    await workbench.press("Enter");
    await workbench.status(/Ln 9, Col 1\b/).waitFor();
  },

  "the overview follows what is typed, and takes no key": async (session) => {
    const { workbench } = session;
    const shown = await openReport(session);
    await shown.getByRole("button", { name: "Opening Keynote" }).click();
    await workbench.status(/Ln 9, Col 1\b/).waitFor();
    await workbench.type("## 8:00 Early walk\n\nNice.\n\n");
    await shown.getByRole("button", { name: "Early walk" }).waitFor();
    await workbench.type("And more.\n\n");
    await workbench.shows(/^## 8:00 Early walk\s+Nice\.\s+And more\.$/m);
  },

  "the overview keeps the focus when it is made again": async (session) => {
    const shown = await openReport(session);
    const keynote = shown.getByRole("button", { name: "Opening Keynote" });
    const focused = () =>
      keynote.evaluate(
        (button) => button.ownerDocument.hasFocus() && button.ownerDocument.activeElement === button,
      );
    // The box that the command was chosen in may give the focus back late; then the page did not have it.
    await session.workbench.until("the focus to stay through new content", async () => {
      await keynote.focus();
      if (!(await focused())) return false;
      // As the editor does when the report changes.
      await keynote.evaluate((button) => {
        const html =
          '<h2>New</h2><button class="link">A</button><button class="link">Opening Keynote</button>';
        button.ownerDocument.defaultView?.postMessage({ html });
      });
      await shown.getByRole("heading", { name: "New" }).waitFor();
      return focused();
    });
  },

  "the overview is there again after the window was loaded anew": async (session) => {
    const { workbench } = session;
    await openReport(session);
    await workbench.command("Developer: Reload Window");
    await workbench.tab("Overview: Quay Days").waitFor();
    const frame = workbench.page.frameLocator("iframe.webview.ready").last();
    const shown = frame.frameLocator("iframe#active-frame");
    await shown.getByRole("button", { name: "Opening Keynote" }).click();
    await workbench.status(/Ln 9, Col 1\b/).waitFor();
  },
};
