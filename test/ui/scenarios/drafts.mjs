/** @type {import("../run.mjs").Scenarios} */
export default {
  "New Report… asks for template, event, dates and place, and goes from one placeholder to the next": async ({
    workbench,
  }) => {
    await workbench.command("Trip Report: New Report…");
    const box = workbench.page.locator(".quick-input-widget");
    const input = box.locator(".quick-input-box input");
    await box.getByRole("option", { name: /^One-day event/ }).click();
    await box.getByText("Name of the event").waitFor();
    await input.fill("Harbour Days");
    await input.press("Enter");
    await box.getByText("Its day, or first and last day").waitFor();
    await input.fill("14 May");
    await box.getByText("write 2024-05-14 or 2024-05-14/2024-05-15").waitFor();
    await input.fill("2024-05-14");
    await box.getByText("write 2024-05-14 or 2024-05-14/2024-05-15").waitFor({ state: "hidden" });
    await input.press("Enter");
    await box.getByText("Where it was").waitFor();
    await input.press("Escape");
    await workbench.shows(/Trip report: Harbour Days/);
    // The place was left: its placeholder is the first that is typed over.
    await workbench.type("Bergen");
    await workbench.shows(/location: "Bergen"/);
  },

  "Tidy Raw Notes… shows notes and report side by side, and applies it": async ({ workbench }) => {
    await workbench.open("evening-lectures.txt");
    await workbench.command("Trip Report: Tidy Raw Notes…");
    await workbench.tab("evening-lectures.txt (tidied)").waitFor();
    await workbench.page.getByRole("button", { name: "Apply", exact: true }).click();
    await workbench.tab("evening-lectures.txt (tidied)").waitFor({ state: "hidden" });
    await workbench.shows(/## Opening Keynote \(Ada Brook\)/);
    await workbench.focusEditor();
    await workbench.press("Control+z");
    await workbench.shows(/• Three lectures/);
  },
};
