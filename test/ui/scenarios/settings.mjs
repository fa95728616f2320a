/** @type {import("../run.mjs").Scenarios} */
export default {
  "front matter makes a Markdown file a report, unless the settings say otherwise": async (session) => {
    const { workbench } = session;
    await workbench.open("spring-meetup.md");
    await workbench.status("Trip Report").waitFor();
    await workbench.reset();
    await session.setWorkspaceSettings({ "tripReport.detectFrontMatter": false });
    // The editor learns of the file by and by: the report is opened until the setting holds.
    await workbench.until("the setting", async () => {
      await workbench.open("spring-meetup.md");
      const language = await workbench.language();
      await workbench.reset();
      return language === "Markdown";
    });
  },

  "raw notes become a report on command": async ({ workbench }) => {
    await workbench.open("evening-lectures.txt");
    await workbench.status("Plain Text").waitFor();
    await workbench.command("Trip Report: Treat This File as a Trip Report");
    await workbench.status("Trip Report").waitFor();
    const outline = await workbench.outline();
    await outline.filter({ hasText: "Opening Keynote" }).waitFor();
    const problems = await workbench.problems();
    await problems.filter({ hasText: "unclosed-internal-comment" }).waitFor();
  },
};
