import { doesNotMatch, equal, match } from "node:assert/strict";

/** @type {import("../run.mjs").Scenarios} */
export default {
  "a report opens as a Trip Report": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await workbench.status("Trip Report").waitFor();
    equal(await workbench.language(), "Trip Report");
    await workbench.shows(/# Trip report: Harbour Days 2024/);
  },

  "a plain README stays Markdown, with the outline of Markdown": async ({ workbench }) => {
    await workbench.open("README.md");
    await workbench.status("Markdown").waitFor();
    const outline = await workbench.outline();
    await outline.filter({ hasText: "How the folders are named" }).waitFor();
  },

  "the Outline view has every section once and leads to it": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await workbench.collapseFolders();
    const outline = await workbench.outline();
    const talk = outline.filter({ hasText: "Signing Without Tears" });
    await talk.waitFor();
    equal(await talk.count(), 1);
    equal(await outline.filter({ hasText: "Breakout Sessions" }).getAttribute("aria-level"), "1");
    equal(await talk.getAttribute("aria-level"), "2");
    await talk.click();
    await workbench.breadcrumb("Signing Without Tears").waitFor();
    await workbench.breadcrumb("Breakout Sessions").waitFor();
  },

  "a section folds to its heading": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).filter({ hasText: "Registries at Rest" }).waitFor();
    await workbench.focusEditor();
    await workbench.goToSymbol("Registries at Rest");
    await workbench.shows(/Restore is rehearsed monthly/);
    await workbench.command("Fold");
    await workbench.shows(/Registries at Rest .*⋯?/);
    await workbench.shows((text) => !/Restore is rehearsed monthly/.test(text));
    await workbench.shows(/What the Tide Brings/);
    await workbench.command("Unfold");
    await workbench.shows(/Restore is rehearsed monthly/);
  },

  "all internal comments fold as comments": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    await workbench.focusEditor();
    await workbench.goToSymbol("Lazy Pulling in Anger");
    await workbench.shows(/ask before November/);
    await workbench.command("Fold All Block Comments");
    await workbench.shows((text) => !/ask before November/.test(text));
    await workbench.shows(/Start-up times fell/);
  },

  "Ctrl+Shift+O goes to a section": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    await workbench.focusEditor();
    await workbench.goToSymbol("Hallway track");
    await workbench.status(/Ln 47, Col 1\b/).waitFor();
    await workbench.breadcrumb("Hallway track").waitFor();
  },

  "the hover explains an internal comment": async ({ workbench }) => {
    await workbench.open("harbour-days.trip.md");
    await (await workbench.outline()).first().waitFor();
    await workbench.focusEditor();
    await workbench.goToSymbol("Lazy Pulling in Anger");
    const text = await workbench.hover(":::internal");
    match(text, /internal comment/i);
    match(text, /team/);
    doesNotMatch(text, /Sam offered/);
  },
};
