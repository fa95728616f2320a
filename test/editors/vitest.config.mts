import { defineConfig } from "vitest/config";

/** The tests that start other editors, one after the other. */
export default defineConfig({
  test: {
    include: ["test/editors/*.run.ts"],
    reporters: ["default"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
