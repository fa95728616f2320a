import data from "../server/src/report/suspects.json" with { type: "json" };
import { type Choice, type Item, type Items, PhraseReader } from "../server/src/report/suspects-phrases.js";
import { codeOf, PhraseVocabulary } from "../server/src/report/suspects-vocabulary.js";
import { Needs } from "./suspects-needs.js";

/**
 * The phrases of `suspects.json` as programs read them: all words once, in phrases a code for each, and what a sentence must
 * hold before a phrase is looked for in it. What is for people only is left out.
 */
export function suspectsTable() {
  const vocabulary = new PhraseVocabulary();
  const reader = new PhraseReader((word) => vocabulary.add(word), data.words);
  const needs = new Needs(vocabulary);
  const writer = new PhraseWriter(reader.lists);
  const sets = new Map<string, string>();
  const setOf = (words: readonly number[]) => {
    const codes = words.map(codeOf).join("");
    if (!sets.has(codes)) sets.set(codes, codeOf(sets.size));
    return sets.get(codes)!;
  };
  /** What a sentence needs, a bar, and the phrase. */
  const written = (source: string) => {
    const { start, items } = reader.phrase(source);
    return `${needs.of(items).map(setOf).join("")}/${STARTS[start]}${writer.items(items)}`;
  };
  const signals = data.signals.map(({ id, group, weight, patterns }) => ({
    id,
    group,
    weight,
    patterns: patterns.map(written),
  }));
  const excuses = data.excuses.map(({ id, groups, weight, patterns }) => ({
    id,
    groups,
    weight,
    patterns: patterns.map(written),
  }));
  const lists = Object.fromEntries([...reader.lists].map(([name, list]) => [name, writer.options(list)]));
  return {
    groups: data.groups,
    words: vocabulary.known.join(" "),
    lists,
    sets: [...sets.keys()].join(" "),
    signals,
    excuses,
  };
}

const STARTS = { word: "", sentence: "^ ", remark: "^^ " } as const;
const TIMES = { one: "", optional: "?", repeated: "*" } as const;

/** Writes phrases as `PhraseReader` reads them, with a code for each word. */
class PhraseWriter {
  /** `lists` are named as they are read, which may be later. */
  constructor(private readonly lists: ReadonlyMap<string, Choice>) {}

  items(items: Items): string {
    return items.map((item) => this.item(item)).join("");
  }

  options({ options }: Choice): string {
    return options
      .map((option) => (typeof option === "number" ? codeOf(option) : this.items(option)))
      .join("|");
  }

  private item(item: Item): string {
    switch (item.kind) {
      case "word":
        return codeOf(item.word);
      case "blank":
        return " ";
      // The blank behind one belongs to it.
      case "gap":
        return item.wordsOnly ? "~ " : item.most === 3 ? ".. " : "... ";
      case "unless":
        return `(?!${item.starts.join("|")})`;
      case "end":
        return item.ofRemark ? "$$" : "$";
      case "choice": {
        const name = [...this.lists].find(([, list]) => list === item)?.[0];
        return name === undefined ? `(${this.options(item)})${TIMES[item.times]}` : `{${name}}`;
      }
    }
  }
}
