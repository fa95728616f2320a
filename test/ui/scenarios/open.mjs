import { equal, match } from "node:assert/strict";

/** @type {import("../run.mjs").Scenarios} */
export default {
  "a report opens as a Trip Report": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await workbench.status("Trip Report").waitFor();
    equal(await workbench.language(), "Trip Report");
    match(await workbench.text(), /# Trip report: Harbour Days 2024/);
  },
};
