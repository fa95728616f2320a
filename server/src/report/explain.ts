import { allSections, type Section } from "./model.js";

/** Why a section was taken for what it is: one line a rule that held, with the words it saw. */
export function explainSection({ kind, title, day, time, speakers, reasons }: Section): string[] {
  const said = [
    `${kind} “${title}”`,
    ...(day === undefined ? [] : [day]),
    ...(time === undefined ? [] : [time]),
    ...(speakers.length === 0 ? [] : [speakers.map(({ name }) => name).join(", ")]),
  ].join(", ");
  const seen = new Set<string>();
  const lines = reasons.map(({ rule, words }) => (words === "" ? rule : `${rule}: “${shortened(words)}”`));
  return [said, ...lines.filter((line) => !seen.has(line) && seen.add(line))];
}

/** The section whose heading or own text holds an offset: the deepest. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return allSections(sections).findLast(({ from, to }) => from <= offset && offset < Math.max(to, from + 1));
}

function shortened(words: string): string {
  return words.length > 100 ? `${words.slice(0, 99)}…` : words;
}
