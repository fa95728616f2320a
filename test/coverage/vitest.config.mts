import { defineConfig } from "vitest/config";
import tests from "../../vitest.config.mjs";

/** The rooms that decide what a report is, and what leaves in a copy. */
const ROOMS = ["syntax", "report", "rules", "publish"];
/** In per cent of the branches of each room. */
const BRANCHES = 95;

/** The tests that run in this process: what a started program runs is not counted. */
export default defineConfig({
  test: {
    ...tests.test,
    globalSetup: [],
    include: [...ROOMS, "features"].map((room) => `test/${room}/**/*.test.ts`),
    // What random input reaches must not change from run to run.
    setupFiles: ["test/coverage/seed.ts"],
    coverage: {
      enabled: true,
      provider: "v8",
      include: ROOMS.map((room) => `server/src/${room}/**/*.ts`),
      reporter: ["text-summary", "html", "json-summary"],
      reportsDirectory: ".cache/coverage",
      thresholds: Object.fromEntries(
        ROOMS.map((room) => [`server/src/${room}/**/*.ts`, { branches: BRANCHES }]),
      ),
    },
  },
});
