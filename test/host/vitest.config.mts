import { defineConfig } from "vitest/config";

/** The tests that start whole editors: slow, and one after the other. */
export default defineConfig({
  test: {
    include: ["test/host/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 180_000,
  },
});
