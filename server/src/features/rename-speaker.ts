import type { Analysis } from "../analysis.js";
import { nameKey } from "../index/name-key.js";
import type { TextEdit } from "../text/edit.js";
import { l10n, type Message } from "../text/message.js";
import { type Identify, mentions } from "./speakers.js";

const LONGEST = 100;
/** Signs that mean something else in Markdown, in lists of people or in front matter. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029()[\]{}<>|;:,*_`#"\\@&/!?=+~^$%█]/u;

/** Why a text can be nobody's name, in words; undefined where it can. */
export function nameProblem(name: string): Message | undefined {
  if (!/^\p{L}/u.test(name)) return l10n.t("a name begins with a letter");
  if (name.length > LONGEST) return l10n.t("a name has {0} characters at most", LONGEST);
  if (FORBIDDEN.test(name)) return l10n.t("a name has no signs but apostrophes, full stops and hyphens");
  return undefined;
}

/**
 * The edits that put `name` in place of each mention spelt as `key`. Other spellings stay, aliases too: they are
 * names of their own. So do mentions with markup between their words.
 */
export function renameEdits(analysis: Analysis, key: string, name: string, identify: Identify): TextEdit[] {
  const content = analysis.text.content;
  const front = analysis.report.frontMatter;
  return mentions(analysis, [key], identify).flatMap(({ from, to }) => {
    const written = content.slice(from, to);
    if (nameKey(written) !== key || written === name) return [];
    const quoted = front !== undefined && from < front.to && inSingleQuotes(content, front.from, from);
    return [{ from, to, insert: quoted ? name.replace(/'/g, "''") : name }];
  });
}

/** Whether a place in front matter stands in a YAML text in single quotes: an odd number of them opens before it on its line. */
function inSingleQuotes(content: string, start: number, at: number): boolean {
  const line = content.slice(Math.max(start, content.lastIndexOf("\n", at - 1) + 1), at);
  const opening = /(?:^|[\s[{,:-])'(?:[^']|'')*$/.exec(line);
  return opening !== null;
}
