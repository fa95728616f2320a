import type { Span } from "../text/span.js";

/** Characters at which reading a tag takes a turn. */
const TURN = /[<>"']/g;
/** How a tag begins: with a name, of which two have contents that are no markup. */
const NAME = /(script|style)(?![^\s/>])|[a-z]/iy;

/**
 * Finds the HTML tags of any text, comments, scripts and styles with all that is in them. What has no end runs on to the end of the
 * text, except a tag: without its `>` it is text. Reads each character a few times at most, whatever stands there.
 */
export function tagsIn(text: string): Span[] {
  const tags: Span[] = [];
  const hopeless = { "": new Set<number>(), '"': new Set<number>(), "'": new Set<number>() };
  for (let at = text.indexOf("<"); at >= 0; ) {
    const to = text.startsWith("<!--", at) ? behind(text, "-->", at + 2) : elementEnd(text, at, hopeless);
    if (to !== undefined) tags.push({ from: at, to });
    at = text.indexOf("<", to ?? at + 1);
  }
  return tags;
}

/** Places of a `<` from which no tag ends, by the quote that they are in. */
type Hopeless = Record<Quote, Set<number>>;
type Quote = "" | '"' | "'";

/** Where the tag that begins at `at` ends, of a script or style its whole element. */
function elementEnd(text: string, at: number, hopeless: Hopeless): number | undefined {
  NAME.lastIndex = at + (text[at + 1] === "/" ? 2 : 1);
  const begun = NAME.exec(text);
  if (!begun) return undefined;
  const name = begun[1]?.toLowerCase();
  if (name === undefined || text[at + 1] === "/") return tagEnd(text, at, hopeless);
  const close = new RegExp(`</${name}\\s*>`, "gi");
  close.lastIndex = at;
  return close.test(text) ? close.lastIndex : text.length;
}

function tagEnd(text: string, at: number, hopeless: Hopeless): number | undefined {
  const passed: [Quote, number][] = [["", at]];
  let quote: Quote = "";
  if (hopeless[""].has(at)) return undefined;
  TURN.lastIndex = at + 1;
  for (let turn = TURN.exec(text); turn; turn = TURN.exec(text)) {
    const sign = turn[0];
    if (sign === "<") {
      if (hopeless[quote].has(turn.index)) break;
      passed.push([quote, turn.index]);
    } else if (sign === ">") {
      if (quote === "") return turn.index + 1;
    } else if (quote === "") quote = sign as Quote;
    else if (quote === sign) quote = "";
  }
  for (const [around, place] of passed) hopeless[around].add(place);
  return undefined;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}
