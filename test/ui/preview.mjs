/**
 * Opens the preview beside the active report and answers its page.
 * @param {import("./page-object.mjs").Workbench} workbench
 */
export async function openPreview(workbench) {
  await workbench.command("Trip Report: Open Preview to the Side");
  const frame = workbench.page.frameLocator("iframe.webview.ready").last();
  return frame.frameLocator("iframe#active-frame");
}
