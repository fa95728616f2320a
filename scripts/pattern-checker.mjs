// A thread of `npm run patterns`: answers for each pattern `safe`, or how its time grows.
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { hasLoops, slowerPattern } from "./pattern-bound.mjs";

// The checker's own choice would be a Java program or a native one; this is the same in JavaScript.
const { checkSync } = createRequire(import.meta.url)("recheck/lib/browser.js");
/** Only automata prove anything: the checker's other way is to try texts. */
const PARAMETERS = { checker: "automaton", timeout: 25_000 };

parentPort?.on("message", ({ source, flags }) => parentPort?.postMessage(verdictOn(source, flags)));

/**
 * It is searched from each place of a text unless the pattern is sticky.
 * @param {string} source
 * @param {string} flags
 */
function verdictOn(source, flags) {
  if (!hasLoops(source, flags)) return "safe";
  const slower = slowerPattern(source, flags);
  if (slower === undefined) return "of a kind that is not known";
  const verdict = verdictOf(slower, flags);
  const slowest = slowerPattern(source, flags, { withoutEdges: true });
  return verdict === "timeout" && slowest !== undefined && slowest !== slower
    ? verdictOf(slowest, flags)
    : verdict;
}

/**
 * @param {string} source
 * @param {string} flags
 */
function verdictOf(source, flags) {
  try {
    const { status, complexity, error } = checkSync(source, flags, PARAMETERS);
    return status === "safe" ? "safe" : (complexity?.summary ?? error?.kind ?? status);
  } catch {
    // It recurses, and some lists of words are long.
    return "too large for the checker";
  }
}
