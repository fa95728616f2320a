import type { Syntax } from "../syntax/parse.js";
import type { Span } from "../text/span.js";

/** Where an address stays an address: code, raw HTML, front matter, and what is part of a link already. */
const REFUSING = new Set([
  "FrontMatter",
  "FencedCode",
  "CodeBlock",
  "InlineCode",
  "HTMLBlock",
  "HTMLTag",
  "Comment",
  "CommentBlock",
  "Link",
  "Image",
  "Autolink",
  "URL",
  "LinkReference",
  "Attributes",
  "Mark",
]);

/** Whether the text of a span can become the text of a Markdown link. */
export function takesLink({ tree, text, format, grammar, bodyStart }: Syntax, { from, to }: Span): boolean {
  const words = text.slice(from, to);
  if (format !== "markdown" || from < bodyStart || words.trim() === "" || /\n\s*\n/.test(words)) return false;
  if (!balanced(words)) return false;
  // `[internal: …](…)` would be a comment.
  if (grammar.markAt(`[${words}]()`, 0, words.length + 4, false)) return false;
  let takes = true;
  tree.iterate({
    from,
    to,
    enter(node) {
      if (REFUSING.has(node.name) && node.from < to && node.to > from) takes = false;
      return takes;
    },
  });
  return takes;
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/\\.|[[\]]/gs)) {
    if (mark === "[") depth++;
    if (mark === "]" && --depth < 0) return false;
  }
  return depth === 0 && !/(?:^|[^\\])(?:\\\\)*\\$/.test(text);
}
