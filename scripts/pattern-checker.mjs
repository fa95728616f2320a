// A thread of `npm run patterns`: answers for each pattern `safe`, or how its time grows.
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";

// The checker's own choice would be a Java program or a native one; this is the same in JavaScript.
const { checkSync } = createRequire(import.meta.url)("recheck/lib/browser.js");
/** Milliseconds for one pattern; most take a tenth of it. Some steps do not look at the clock: who asks has one, too. */
const PATIENCE = 3000;

parentPort?.on("message", ({ source, flags }) => parentPort?.postMessage(verdictOn(source, flags)));

/**
 * It is searched from each place of a text unless the pattern is sticky.
 * @param {string} source
 * @param {string} flags
 */
function verdictOn(source, flags) {
  try {
    const { status, complexity } = checkSync(source, flags, { timeout: PATIENCE });
    return status === "safe" ? "safe" : (complexity?.summary ?? status);
  } catch {
    // It recurses, and some lists of words are long.
    return "too large for the checker";
  }
}
