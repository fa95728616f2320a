import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text as commonMark } from "commonmark-spec";

/** An example of a specification: what is written and where it is found. */
export interface Example {
  /** `CommonMark 12`, `GFM 3`: the specification and the number of the example in it. */
  readonly name: string;
  readonly markdown: string;
}

/** All examples of the CommonMark specification, and those of GitHub's that it does not have, for the project in a folder. */
export function specExamples(root: string): Example[] {
  const gfm = readFileSync(join(root, "test", "syntax", "gfm-examples.txt"), "utf8");
  return [...examplesOf("CommonMark", commonMark), ...examplesOf("GFM", gfm)];
}

function examplesOf(spec: string, text: string): Example[] {
  const found = text.matchAll(/^`{32} example\n([\s\S]*?)^\.\n/gm);
  return [...found].map(([, markdown], index) => ({
    name: `${spec} ${index + 1}`,
    markdown: markdown!.replaceAll("→", "\t"),
  }));
}
