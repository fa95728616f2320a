/**
 * Opens the overview beside the active report and answers its page.
 * @param {import("./page-object.mjs").Workbench} workbench
 */
export async function openOverview(workbench) {
  await workbench.command("Trip Report: Show Overview");
  const frame = workbench.page.frameLocator("iframe.webview.ready").last();
  return frame.frameLocator("iframe#active-frame");
}
