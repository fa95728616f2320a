import { l10n, type Message } from "../text/message.js";
import { AUDIENCE, type CommentWords, matchAt, misspelt, skipBlanks, wordAt } from "./comment-words.js";
import type { CloseMark, OpenMark } from "./marks.js";

/** The mark of a line that begins with colons (`:::internal`, `:::`), given the line without its indentation. */
export function colonLine(words: CommentWords, line: string, from: number): OpenMark | CloseMark | undefined {
  let fence = 0;
  while (line.charCodeAt(fence) === 58) fence++;
  if (fence === 0) return undefined;
  const rest = line.slice(fence).trim();
  const to = from + line.trimEnd().length;
  const span = { from, to } as const;
  if (rest === "") return fence >= 3 ? { kind: "close", form: "container", ...span, fence } : undefined;
  const opening = { kind: "open", form: "container", ...span, fence, internal: true } as const;
  const said = containerHead(words, rest.replace(/(?<![ \t])[ \t]+:{3,}$|(?<!:):{3,}$/, ""));
  if (said === undefined) return fence >= 3 ? { ...opening, internal: false } : undefined;
  const proper = `${":".repeat(Math.max(3, fence))}${said.word}`;
  // Fewer colons before an ordinary word are a time, an emoji or a definition, not a slip.
  if (fence < 3 && !said.exact) return undefined;
  if (fence === 1 && (said.slip !== undefined || /^:[ \t]/.test(line))) return undefined;
  if (said.slip !== undefined) return { ...opening, slip: said.slip, proper };
  const audience = said.audience === undefined ? {} : { audience: said.audience };
  if (fence < 3)
    return { ...opening, ...audience, slip: l10n.t("three colons open an internal comment"), proper };
  return { ...opening, ...audience };
}

/** `:::internal` behind other text on its line, where it opens nothing. */
export function colonsInLine(
  words: CommentWords,
  text: string,
  at: number,
  limit: number,
): OpenMark | undefined {
  if (!text.startsWith(":::", at) || text[at - 1] === ":") return undefined;
  let end = at;
  while (text.charCodeAt(end) === 58) end++;
  const fence = end - at;
  end = skipBlanks(text, end);
  const name = wordAt(text, end);
  if (name === undefined || words.find(name)?.exact !== true || end + name.length > limit) return undefined;
  return {
    kind: "open",
    form: "container",
    from: at,
    to: end + name.length,
    fence,
    internal: true,
    slip: l10n.t("a container opens on a line of its own"),
  };
}

/** Word and audience behind a container's colons, or what is wrong with them; undefined when it is not ours. */
function containerHead(
  words: CommentWords,
  rest: string,
): { word: string; exact: boolean; audience?: string; slip?: Message } | undefined {
  if (rest.startsWith("{")) {
    const said = words.attributes(rest);
    return said && { word: "internal", exact: true, ...said };
  }
  const name = wordAt(rest, 0);
  const found = name === undefined ? undefined : words.find(name);
  if (!found) return undefined;
  const after = rest.slice(name!.length);
  if (!found.exact) {
    // A longer word (`internals`) was matched whole, so what follows is a blank, the end or punctuation.
    return { ...found, slip: misspelt(name!, found.word) };
  }
  if (after === "") return found;
  const attribute = /^[ \t]*\{[ \t]*audience[ \t]*=[ \t]*["']?([^\s"'{}]+)["']?[ \t]*\}$/i.exec(after);
  if (attribute) return { ...found, audience: attribute[1]! };
  const audience = after.trim();
  if (/^[ \t]/.test(after) && matchAt(AUDIENCE, audience, 0) === audience) return { ...found, audience };
  return { ...found, slip: l10n.t("only an audience may follow on this line") };
}
