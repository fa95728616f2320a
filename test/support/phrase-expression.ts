/**
 * A phrase of the built-in list as an expression over a sentence's words, one blank behind each: what the grammar of phrases
 * means, said in another way.
 */
export function phraseExpression(phrase: string, lists: Readonly<Record<string, string>>): RegExp {
  const body = phrase
    .replace(/\{([a-z]+)\}/g, (_, name: string) => `(${lists[name] ?? ""})`)
    .replace(/\[([^\]]+)\] ?/g, "(?:(?:$1) )?")
    .replace(/\((?!\?)/g, "(?:")
    .replace(/\.\.\. ?/g, "(?:[^ ]+ ){0,7}")
    .replace(/\.\. ?/g, "(?:[^ ]+ ){0,3}")
    .replace(/~ ?/g, "(?:[a-z0-9à-ÿ']+ ){0,2}")
    .replace(/\$\$/g, "(?=[^a-z0-9à-ÿ]|$)")
    .replace(/^\^\^ /, '(?:^|(?<=[(:;"—–-] ))')
    .replace(/^\^ /, "^");
  return new RegExp(`${phrase.startsWith("^") ? "" : "(?<![^ ])"}${body}(?: |(?<= ))`, "g");
}

/** Where an expression is found in a sentence: the first and last word of each match. */
export function expressionMatches(expression: RegExp, words: readonly string[]): [number, number][] {
  const starts: number[] = [];
  let text = "";
  for (const word of words) {
    starts.push(text.length);
    text += `${word} `;
  }
  const wordAt = (offset: number) => starts.findLastIndex((start) => start <= offset);
  return [...text.matchAll(expression)].map(({ index, 0: match }) => [
    wordAt(index),
    wordAt(index + match.trimEnd().length - 1),
  ]);
}
