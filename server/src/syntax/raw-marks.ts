import { bracketPairs } from "./brackets.js";
import type { Grammar } from "./grammar.js";
import { isMarkSign } from "./mark-signs.js";
import type { Mark } from "./marks.js";

/** The marks of a stretch that is not parsed as Markdown: HTML blocks, link targets, code. */
export interface RawMarks {
  readonly marks: readonly Mark[];
  /** HTML comments that are no internal comments. */
  readonly hidden: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Reads the marks between two offsets of a text as they stand there, without regard to Markdown. The target of a
 * link whose text is a comment may reach as far as `tailTo`.
 */
export function rawMarks(grammar: Grammar, text: string, from: number, to: number, tailTo = to): RawMarks {
  const marks: Mark[] = [];
  const hidden: { from: number; to: number }[] = [];
  const closes: number[] = [];
  let pairs: ReadonlyMap<number, number> | undefined;
  let lastEnd: number | undefined;
  /** Behind the last end of a comment none is searched. */
  const limitOf = (at: number) => {
    if (!text.startsWith("<!--", at)) return to;
    lastEnd ??= from + text.slice(from, to).lastIndexOf("-->");
    return at < lastEnd ? to : at;
  };
  for (let at = from; at < to; at++) {
    if (!isMarkSign(text.charCodeAt(at))) continue;
    const mark =
      text[at] === ":"
        ? (colonLine(grammar, text, at, from, to) ?? grammar.markAt(text, at, to, false))
        : grammar.markAt(text, at, limitOf(at), startsLine(text, at, from));
    if (mark?.kind === "open" && mark.form === "inline") {
      pairs ??= bracketPairs(text.slice(from, to));
      const bracket = mark.from + (text[mark.from] === "!" ? 1 : 0);
      const end = pairs.get(bracket - from);
      if (end !== undefined) closes.push(from + end);
    }
    if (mark) {
      marks.push(mark);
      at = mark.to - 1;
    } else if (text.startsWith("<!--", at)) {
      const close = text.slice(at, to).indexOf("-->");
      hidden.push({ from: at, to: close < 0 ? to : at + close + 3 });
      at = hidden[hidden.length - 1]!.to - 1;
    } else if (text[at] === "\\") at++;
    else if (text.startsWith("{>>", at)) at += 2;
  }
  for (const at of closes)
    marks.push({
      kind: "close",
      form: "inline",
      from: at,
      to: grammar.inlineEnd(text.slice(0, tailTo), at + 1),
    });
  return { marks: marks.sort((a, b) => a.from - b.from), hidden };
}

function colonLine(grammar: Grammar, text: string, at: number, from: number, to: number): Mark | undefined {
  if (!startsLine(text, at, from)) return undefined;
  const line = /^[^\r\n]*/.exec(text.slice(at, Math.min(to, at + 1000)))![0];
  return grammar.colonLine(line, at);
}

/** Whether only white space (or a quote's marker) stands before `at` on its line. */
function startsLine(text: string, at: number, from: number): boolean {
  for (let i = at - 1; i >= from; i--) {
    const c = text[i]!;
    if (c === "\n" || c === "\r") return true;
    if (c !== " " && c !== "\t" && c !== ">") return false;
  }
  return true;
}
