import type { Syntax } from "../syntax/parse.js";
import { append } from "../text/append.js";

/** What stands in brackets and is no link of Markdown's. */
const BRACKETS = new Set(["Mark", "FootnoteReference", "FootnoteLabel", "TaskMarker"]);

/** `[!NOTE]` at the start of a quote. */
const ALERT = /^>[ \t]*\[![A-Za-z]+\]/;

/** Links, whose text may go over several lines. */
const LINKS = new Set(["Link", "Image", "LinkReference"]);

/**
 * The text as a reader of links that knows nothing of reports may have it, every character at its offset. Front
 * matter and the attributes of headings become blanks, and the brackets of comments, markers, footnotes and tasks
 * become braces, for `[internal: …]` and `[^1]` would be taken for links without a target. Each link stands on one
 * line: the reader counts columns from where a link begins.
 */
export function linkText({ tree, text, bodyStart }: Syntax): string {
  const cuts: Cut[] = [{ from: 0, to: bodyStart, write: blank }];
  /** Comments in brackets whose end was not met yet. */
  const open: Cut[] = [];
  const lines: Cut[] = [];
  tree.iterate({
    from: bodyStart,
    enter({ name, from, to, node }) {
      const source = text.slice(from, Math.min(to, from + 200));
      if (name === "Attributes" && node.parent?.name.includes("Heading"))
        cuts.push({ from, to, write: blank });
      else if (name === "CommentClose") {
        // A comment with a target is a link as well.
        const opening = open.pop();
        if (to - from === 1) cuts.push({ from, to, write: braces }, ...(opening ? [opening] : []));
      } else if (name === "Mark" && /^!?\[(?!.*\]$)/s.test(source)) open.push({ from, to, write: braces });
      else if (BRACKETS.has(name)) cuts.push({ from, to, write: braces });
      const alert = name === "Blockquote" ? ALERT.exec(source)?.[0] : undefined;
      if (alert !== undefined) cuts.push({ from, to: from + alert.length, write: braces });
      if (LINKS.has(name)) append(lines, breaks(text, from, to));
    },
  });
  return written(text, [...cuts, ...open, ...lines]);
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly write: (text: string) => string;
}

function written(text: string, cuts: readonly Cut[]): string {
  let result = "";
  let done = 0;
  for (const { from, to, write } of [...cuts].sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    result += text.slice(done, from) + write(text.slice(from, to));
    done = to;
  }
  return result + text.slice(done);
}

/** The line breaks between two offsets, to become blanks. A link within a link has them a second time. */
function breaks(text: string, from: number, to: number): Cut[] {
  return [...text.slice(from, to).matchAll(/[\r\n]+/g)].map(({ 0: found, index }) => ({
    from: from + index,
    to: from + index + found.length,
    write: (broken) => " ".repeat(broken.length),
  }));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function braces(text: string): string {
  return text.replace(/\[/g, "{").replace(/\]/g, "}");
}
