import { VERSION } from "../../version.js";
import { githubReporter } from "./github.js";
import { jsonReporter } from "./json.js";
import { junitReporter } from "./junit.js";
import type { Reporter } from "./reporter.js";
import { sarifReporter } from "./sarif.js";
import { textReporter } from "./text.js";

/** The formats of `check`: the only place that lists them. */
export const reporters: Readonly<Record<string, (colour: boolean) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: () => sarifReporter(VERSION),
  github: githubReporter,
  junit: junitReporter,
};
