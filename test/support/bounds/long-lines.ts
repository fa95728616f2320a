import { type Family, over } from "./families.js";

/** One line of one thing, as long as it is asked for. */
export const longLines: Record<string, Family> = {
  letters: over("a"),
  words: over("word "),
  "[": over("["),
  "]": over("]"),
  "*": over("*"),
  "|": over("|"),
  "`": over("`"),
  "[internal: ": over("[internal: "),
};
