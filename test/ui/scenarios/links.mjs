/** @type {import("../run.mjs").Scenarios} */
export default {
  "an address pasted over words makes a link of them, and stays as it is in code": async ({ workbench }) => {
    await workbench.newFile("Trip Report");
    await workbench.type("https://example.com/talk\n\nSee `the code`. See the slides.");
    await workbench.outline();
    await workbench.focusEditor();
    await workbench.press("Control+Home");
    await workbench.press("Shift+End");
    await workbench.press("Control+x");

    await workbench.press("Control+End");
    await workbench.press("ArrowLeft");
    for (const _ of "the slides".split(" ")) await workbench.press("Control+Shift+ArrowLeft");
    await workbench.press("Control+v");
    await workbench.shows(/See \[the slides\]\(https:\/\/example\.com\/talk\)\.$/m);

    await workbench.goTo(3, "See `the code".length + 1);
    await workbench.press("Control+Shift+ArrowLeft");
    await workbench.press("Control+v");
    await workbench.shows(/^See `the https:\/\/example\.com\/talk`\./m);
  },
};
