import { readFileSync } from "node:fs";

/**
 * Reads a file of examples: each begins with a label `report:`, and behind each label stand the lines of a text, each behind a
 * bar, so that blanks and empty lines are seen. Answers the texts of each example by their labels.
 */
export function examplesIn(file: URL): Record<string, string>[] {
  const examples: Record<string, string>[] = [];
  let label = "";
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const example = examples.at(-1);
    if (line.startsWith("|")) example![label] += `${line.slice(1)}\n`;
    else if (line !== "") {
      label = line.replace(/:$/, "");
      if (label.startsWith("report")) examples.push({ [label]: "" });
      else example![label] = "";
    }
  }
  return examples;
}
