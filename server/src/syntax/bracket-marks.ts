import { l10n } from "../text/message.js";
import { AUDIENCE, type CommentWords, matchAt, misspelt, skipBlanks, wordAt } from "./comment-words.js";
import type { OpenMark } from "./marks.js";

/** Where a bracket stands: `from` is before a `!` that makes it an image, `limit` the end of its paragraph. */
export interface BracketPlace {
  readonly from: number;
  readonly at: number;
  readonly limit: number;
  /** Only white space stands before it on its line; callouts need that. */
  readonly lineStart: boolean;
}

/** `[internal: …`, `[internal company: …`, `[!INTERNAL company]`. */
export function bracketMark(
  words: CommentWords,
  text: string,
  { from, at, limit, lineStart }: BracketPlace,
): OpenMark | undefined {
  if (text[at + 1] === "!") {
    const found = callout(words, text, at, limit);
    if (!found || lineStart) return found;
    const { proper: _, ...misplaced } = found;
    return { ...misplaced, slip: l10n.t("it opens a comment only at the start of a line") };
  }
  const blanks = skipBlanks(text, at + 1) - at - 1;
  const head = words.headAt(text, at + 1 + blanks, ":：");
  if (!head || head.end > limit) return undefined;
  const { word, exact, name, audience, end } = head;
  const proper = `[${word}${audience === undefined ? "" : ` ${audience}`}:`;
  const said = audience === undefined ? {} : { audience };
  const open = { kind: "open", form: "inline", from, to: end, internal: true, ...said } as const;
  if (!exact) return { ...open, slip: misspelt(name, word), proper };
  if (text[end - 1] === "：") return { ...open, slip: l10n.t("the colon must be an ASCII one"), proper };
  if (blanks > 0) return { ...open, slip: l10n.t("no blank may follow the bracket"), proper };
  return open;
}

function callout(words: CommentWords, text: string, at: number, limit: number): OpenMark | undefined {
  const inside = /^[^\]]*(?=\])/.exec(text.slice(at + 2, Math.min(limit, at + 100)))?.[0];
  if (inside === undefined) return undefined;
  const close = at + 2 + inside.length;
  const name = wordAt(inside.trimStart(), 0);
  const found = name === undefined ? undefined : words.find(name);
  if (!found) return undefined;
  const open = { kind: "open", form: "callout", from: at, to: close + 1, internal: true } as const;
  const audience = inside.trimStart().slice(name!.length).trim();
  const proper = `[!${found.word.toUpperCase()}${audience === "" ? "" : ` ${audience}`}]`;
  if (!found.exact) return { ...open, slip: misspelt(name!, found.word), proper };
  if (audience === "") return open;
  if (matchAt(AUDIENCE, audience, 0) === audience) return { ...open, audience };
  return {
    ...open,
    slip: l10n.t("only an audience may follow the word"),
    proper: `[!${found.word.toUpperCase()}]`,
  };
}
