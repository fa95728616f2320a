/**
 * Where a word stands from an offset on, or -1. Asked in the order of offsets it goes through the text once, however
 * often it is asked.
 */
export function searchAhead(text: string, word: string): (from: number) => number {
  // What was found holds from `since` on.
  let since = Number.POSITIVE_INFINITY;
  let found = -1;
  return (from) => {
    if (from < since || (found >= 0 && found < from)) {
      since = from;
      found = text.indexOf(word, from);
    }
    return found;
  };
}
