import { githubReporter } from "./github.js";
import { junitReporter } from "./junit.js";
import { listFormats, listReporter } from "./list.js";
import type { Reporter } from "./reporter.js";
import { textReporter } from "./text.js";

/** The formats of `check`: the only place that lists them. */
export const reporters: ReadonlyMap<string, (colour: boolean) => Reporter> = new Map([
  ["text", textReporter],
  ...[...listFormats.values()].map((format) => [format.name, () => listReporter(format)] as const),
  ["github", githubReporter],
  ["junit", junitReporter],
]);
