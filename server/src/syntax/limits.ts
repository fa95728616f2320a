/**
 * How far the readers of Markdown go, so that no text costs more than its length asks for. What lies beyond a limit is
 * text like any other: a mark of an internal comment is found in it all the same, and what it opens ends no earlier.
 */

/**
 * Quotes, lists and list items in each other; what would be deeper is a paragraph. Each line is held against all of
 * them. The number is markdown-it's, which shows no more either.
 */
export const MOST_CONTAINERS = 100;

/** Emphasis, links and images in each other; what would be around more is left out. Trees are walked by recursion. */
export const MOST_INLINE = 100;

/** Lines of one link definition: with each line it is read from its start again. Real ones have three at most. */
export const MOST_DEFINITION_LINES = 50;

/** Parentheses in each other in a link's target, as in cmark: each target of `](a](a](a` is else read to the end. */
export const MOST_PARENTHESES = 32;

/** Elements of HTML in each other: Chromium and WebKit nest no deeper (`kMaximumHTMLParserDOMTreeDepth`). */
export const MOST_NESTED_ELEMENTS = 512;

/** Elements that HTML may make besides one a character: what is left open is opened again in each paragraph. */
export const MOST_ELEMENTS = 10_000;
