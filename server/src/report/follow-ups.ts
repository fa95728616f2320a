import type { Tree } from "@lezer/common";
import { walk } from "../syntax/walk.js";
import { detached } from "../text/detached.js";
import { lineEnd } from "../text/line-break.js";
import { Sieve } from "../text/sieve.js";
import type { FollowUp } from "./model.js";

/** The phrases that announce something left to do. Source: the format's section 6. */
const WORDS = "(?:note to self|action(?: item)?)[*_]{0,3}[ \\t]{0,9}:|(?:TODO|TBD)\\b|follow up with\\b";
/** They stand at the start of a line or a bracket. */
const ANNOUNCED = new RegExp(
  `(?:^|[\\r\\n]|[([])[ \\t>]{0,200}(?:[-*+•–][ \\t]{1,200}|\\d{1,3}[.)][ \\t]{1,200})?[*_]{0,3}(${WORDS})`,
  "gi",
);
const ANNOUNCEMENT = new RegExp(`^(?:\\[[ xX]\\]|${WORDS})`, "i");
/** What announces one, or marks a task: without it there is none. */
const MAY_BE = new Sieve([["note to self", "action", "todo", "tbd", "follow up with", "[ ]", "[x]"]]);
const OWNER = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}_.-]{0,63})/u;
const CODE = new Set(["FencedCode", "CodeBlock", "InlineCode", "CommentBlock", "Comment", "HTMLBlock"]);

/** The follow-ups in one block, offsets counted from its start: announced ones and task items. */
export function followUpsIn(text: string, tree: Tree, from: number): readonly FollowUp[] {
  if (MAY_BE.in(text, from, from + tree.length) === 0) return NONE;
  const source = text.slice(from, from + tree.length);
  const found: FollowUp[] = [];
  const code: { from: number; to: number }[] = [];
  walk(tree, {
    enter(name, start, end) {
      if (name === "Task") found.push(task(source, start, end));
      if (CODE.has(name)) code.push({ from: start, to: end });
      return !CODE.has(name);
    },
  });
  const taken = [...code, ...found].sort((a, b) => a.from - b.from);
  let passed = 0;
  let covered = 0;
  let done = 0;
  for (const match of source.matchAll(ANNOUNCED)) {
    const words = match[1]!;
    const start = match.index + match[0].length - words.length;
    // The first of a line has all of it.
    if (start < done) continue;
    done = lineEnd(source, start);
    if (isOrdinary(words) && !hasColon(source, start + words.length)) continue;
    for (; passed < taken.length && taken[passed]!.from <= start; passed++)
      covered = Math.max(covered, taken[passed]!.to);
    if (start < covered) continue;
    const end = start + source.slice(start, done).trimEnd().length;
    found.push(followUp(source, start, end, false));
  }
  return found.sort((a, b) => a.from - b.from);
}

/** `todo` as an ordinary word is lower case and goes on; as a mark it is upper case or has a colon. */
function isOrdinary(words: string): boolean {
  return /^(?:todo|tbd)$/i.test(words) && words !== words.toUpperCase();
}

function hasColon(source: string, at: number): boolean {
  return /^[ \t]{0,9}:/.test(source.slice(at, at + 10));
}

const NONE: readonly FollowUp[] = [];

/** How many units at the start of a follow-up announce it: `TODO`, `Note to self:`, `[ ]`. */
export function announcementLength(followUp: string): number {
  return ANNOUNCEMENT.exec(followUp)?.[0].length ?? 0;
}

function task(source: string, from: number, to: number): FollowUp {
  const line = source
    .slice(from, to)
    .split(/[\r\n]/, 1)[0]!
    .trimEnd();
  const done = /^\[[xX]\]/.test(line);
  return followUp(source, from, from + line.length, done);
}

function followUp(source: string, from: number, to: number, done: boolean): FollowUp {
  const text = detached(
    source
      .slice(from, to)
      .replace(/^\[[ xX]\][ \t]*/, "")
      .replace(/(?<![)\]])[)\]]+$/, ""),
  );
  const owner = text.includes("@") ? OWNER.exec(text)?.[1] : undefined;
  return { from, to, text, done, ...(owner === undefined ? {} : { owner }) };
}
