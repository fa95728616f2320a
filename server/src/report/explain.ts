import { inEnglish, l10n, type Say } from "../text/message.js";
import { allSections, type Section } from "./model.js";

/** Why a section was taken for what it is: one line a rule that held, with the words it saw. */
export function explainSection(
  { kind, title, day, time, speakers, reasons }: Section,
  say: Say = inEnglish,
): string[] {
  const said = [
    `${kind} “${title}”`,
    ...(day === undefined ? [] : [day]),
    ...(time === undefined ? [] : [time]),
    ...(speakers.length === 0 ? [] : [speakers.map(({ name }) => name).join(", ")]),
  ].join(", ");
  const seen = new Set<string>();
  const lines = reasons.map(({ kind: decided, rule, words }) => {
    const why = decided === undefined ? say(rule) : `${decided}: ${say(rule)}`;
    return words === "" ? why : say(l10n.t("{0}: “{1}”", why, shortened(words)));
  });
  return [said, ...lines.filter((line) => !seen.has(line) && seen.add(line))];
}

/** The section whose heading or own text holds an offset: the deepest. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return allSections(sections).findLast(({ from, to }) => from <= offset && offset < Math.max(to, from + 1));
}

function shortened(words: string): string {
  return words.length > 100 ? `${words.slice(0, 99)}…` : words;
}
