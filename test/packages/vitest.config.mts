import { defineConfig } from "vitest/config";

/** The tests of what is shipped: they make the packages and install them. */
export default defineConfig({
  test: {
    include: ["test/packages/*.run.ts"],
    fileParallelism: false,
    reporters: ["default"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
