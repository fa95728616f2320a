import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/bundles.ts",
    exclude: ["test/extension/**", "test/host/**", "test/ui/**"],
    reporters: ["default"],
    // No module of ours keeps state, so files can share what is loaded: half of the time went into loading.
    isolate: false,
    maxWorkers: "100%",
    // Far more than any test needs: a busy machine is no failure.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
