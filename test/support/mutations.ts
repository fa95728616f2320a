import type { Format } from "../../server/src/syntax/parse.js";
import { analyseText } from "./publish.js";

/** The word that stands in every inserted comment and nowhere else. */
export const SECRET = "Zq9secretword";

const INLINE = [
  `[internal: ${SECRET}]`,
  `[internal: ${SECRET}](http://${SECRET}.example)`,
  `<internal>${SECRET}</internal>`,
  `<!-- internal: ${SECRET} -->`,
  `{>> ${SECRET} <<}`,
  `%% ${SECRET} %%`,
  `<!-- ${SECRET} -->`,
  `[internal: ${SECRET}`,
  `<internal>${SECRET}`,
];
const BLOCKS = [
  `\n\n:::internal\n${SECRET}\n:::\n\n`,
  `\n:::internal\n${SECRET}\n:::\n`,
  `\n\n> [!INTERNAL]\n> ${SECRET}\n\n`,
  `\n\n<internal>\n\n${SECRET}\n\n</internal>\n\n`,
  `\n\n%%\n\n${SECRET}\n\n%%\n\n`,
  `\n\n## ${"Heading"} {.internal}\n\n${SECRET}\n\n`,
  `\n\n:::internal\n${SECRET}\n\n`,
];

/** Every place in a text at which a block or a piece of a sentence begins or ends, words included. */
export function boundaries(text: string, format: Format): number[] {
  const found = new Set<number>([0, text.length]);
  analyseText(text, format).syntax.tree.iterate({
    enter({ from, to }) {
      found.add(from);
      found.add(to);
    },
  });
  for (const { index } of text.matchAll(/\b|^|$/gmu)) found.add(index);
  return [...found].sort((a, b) => a - b);
}

/** The text with one comment more, chosen by a number. */
export function mutated(text: string, places: readonly number[], choice: number): string {
  const forms = [...INLINE, ...BLOCKS];
  const at = places[Math.floor(choice / forms.length) % places.length]!;
  const form = forms[choice % forms.length]!;
  // In code a tag may be a type and a pair of per cent signs a format.
  const fences = text.slice(0, at).match(/^```/gm)?.length ?? 0;
  const inCode =
    fences % 2 === 1 || (text.slice(0, at).split("\n").at(-1)!.match(/`/g)?.length ?? 0) % 2 === 1;
  return text.slice(0, at) + (inCode ? INLINE[0] : form) + text.slice(at);
}

/** How many mutations a text has. */
export function mutationCount(places: readonly number[]): number {
  return places.length * (INLINE.length + BLOCKS.length);
}
