import { defineConfig } from "vitest/config";
import tests from "../../vitest.config.mjs";
import { programs } from "./files.mjs";

/** What `npm test` runs beside the tests that need no program. */
export default defineConfig({ test: { ...tests.test, include: [...programs] } });
