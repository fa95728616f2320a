import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/extension/**", "test/host/**", "test/ui/**"],
    reporters: ["default"],
    // Far more than any test needs: a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
