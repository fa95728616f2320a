import { formatOf } from "../../server/src/workspace/report-files.js";
import { faultsOf, WAYS } from "../support/check-copy.js";
import { isShown } from "../support/markdown/shown.js";
import { boundaries, mutated, mutationCount, SECRET } from "../support/mutations.js";
import { plainReport } from "../support/plain-report.js";
import { publishText } from "../support/publish.js";
import { tokenReport } from "../support/token-report.js";
import { pick, type Target, type World } from "./target.js";

const EOLS = ["\n", "\r\n", "\r"];

/** No copy, in no form and for nobody, holds a word of what is not for its readers, and none loses another word. */
export const publishing: Target = {
  name: "publishing",
  try(seed, world) {
    const eol = pick(EOLS, seed);
    const way = pick(WAYS, seed);
    if (seed % 4 === 0) return faultsOf(tokenReport(seed, 1 + (seed % 9), eol), way);
    if (seed % 4 === 1) {
      const picks = Array.from({ length: seed % 10 }, (_, index) => (seed * 31 + index * index * 7) % 1000);
      return faultsOf(plainReport(picks, eol), way, "plain-text");
    }
    const { text, format } = damaged(seed, world);
    const result = publishText(text, { ...way, source: format });
    const leaks = result.kind === "published" && result.output.toLowerCase().includes(SECRET.toLowerCase());
    return leaks && !(format === "markdown" && isShown(text, text.indexOf(SECRET)))
      ? [`the copy as ${way.to} for ${way.audience} leaks`]
      : [];
  },
};

function damaged(seed: number, { reports, examples }: World) {
  // A number that goes through all places and forms in no order.
  const choice = Math.abs(Math.imul(seed, 2_654_435_761));
  if (seed % 4 === 2) {
    const { markdown } = pick(examples, Math.floor(seed / 4));
    const places = Array.from({ length: markdown.length + 1 }, (_, offset) => offset);
    return { text: mutated(markdown, places, choice % mutationCount(places)), format: "markdown" as const };
  }
  const { name, text } = pick(reports, Math.floor(seed / 4));
  const format = formatOf(name);
  const places = boundaries(text, format);
  return { text: mutated(text, places, choice % mutationCount(places)), format };
}
