import { l10n } from "../text/message.js";
import { type CommentWords, matchAt, misspelt, skipBlanks, wordAt } from "./comment-words.js";
import type { CloseMark, OpenMark } from "./marks.js";

const COMMENT_OPEN = /<!--+[ \t\r\n]*/y;

/** Tags and HTML comments. */
export function angleMark(
  words: CommentWords,
  text: string,
  at: number,
  limit: number,
): OpenMark | CloseMark | undefined {
  if (text.startsWith("<!--", at)) return htmlComment(words, text, at, limit);
  const closing = text[at + 1] === "/";
  const start = at + (closing ? 2 : 1);
  const blanks = skipBlanks(text, start) - start;
  const name = wordAt(text, start + blanks);
  const found = name === undefined ? undefined : words.find(name);
  if (!found) return undefined;
  const nameEnd = start + blanks + name!.length;
  const next = text[nameEnd];
  if (next !== undefined && /[\p{N}_-]/u.test(next)) return undefined;
  const end = tagEnd(text, nameEnd, limit);
  const inside = text.slice(nameEnd, end === undefined ? nameEnd : end - 1);
  const span = { from: at, to: end ?? nameEnd, name: found.word } as const;
  if (closing) {
    const proper = `</${found.word}>`;
    const slip = !found.exact
      ? misspelt(name!, found.word)
      : end === undefined || blanks > 0 || inside.trim() !== ""
        ? l10n.t("this closing tag is not complete")
        : undefined;
    return { kind: "close", form: "tag", ...span, ...(slip === undefined ? {} : { slip, proper }) };
  }
  const open = { kind: "open", form: "tag", ...span, internal: true } as const;
  const audience = /(?:^|[ \t\r\n])audience[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^\s"'>]+)/i.exec(inside)?.[1];
  const said = audience === undefined ? {} : { audience: audience.replace(/^["']|["']$/g, "") };
  const proper = `<${found.word}>`;
  if (!found.exact) {
    // Attributes of its own make it another tag, such as <interna-link …>; one slip and bare is a misspelling.
    if (inside.trim() !== "" && audience === undefined) return undefined;
    return { ...open, ...said, slip: misspelt(name!, found.word), proper };
  }
  if (end === undefined) return { ...open, slip: l10n.t("this tag is not complete"), proper };
  if (inside.trimEnd().endsWith("/"))
    return { ...open, ...said, slip: l10n.t("an empty tag marks no text as internal"), proper };
  if (blanks > 0) return { ...open, ...said, slip: l10n.t("no blank may follow the bracket"), proper };
  if (next === ":") return { ...open, slip: l10n.t("a tag takes no colon"), proper };
  return { ...open, ...said };
}

function htmlComment(words: CommentWords, text: string, at: number, limit: number): OpenMark | undefined {
  const lead = matchAt(COMMENT_OPEN, text, at)!.length;
  const head = words.headAt(text, at + lead, ":");
  if (!head) return undefined;
  const { word, exact, name, audience, end } = head;
  const close = text.slice(end, limit).indexOf("-->");
  const closed = close >= 0;
  const open = {
    kind: "open",
    form: "html-comment",
    from: at,
    to: closed ? end + close + 3 : end,
    internal: true,
    closed,
  } as const;
  const said = audience === undefined ? {} : { audience };
  if (exact) return { ...open, ...said };
  return {
    ...open,
    ...said,
    slip: misspelt(name, word),
    proper: `<!-- ${word}${audience === undefined ? "" : ` ${audience}`}:`,
  };
}

/** Where a tag that begins before `at` ends: behind its `>`, quoted attributes skipped. */
function tagEnd(text: string, at: number, limit: number): number | undefined {
  const end = Math.min(limit, at + 200);
  let quote = "";
  for (let i = at; i < end; i++) {
    const c = text[i]!;
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === ">") return i + 1;
    else if (c === "<") return undefined;
  }
  return undefined;
}
