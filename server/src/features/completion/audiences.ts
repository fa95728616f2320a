import { audienceItems, describeAudience } from "./audience-words.js";
import type { Completion } from "./item.js";
import { leadOf, type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";

const WORD = "([\\p{L}\\p{M}]{1,32})";
const AUDIENCE = "([\\p{L}\\p{N}_.+:-]{0,40})";
const CONTAINER = new RegExp(`^:{3,}[ \\t]*${WORD}[ \\t]+${AUDIENCE}$`, "u");
const CALLOUT = new RegExp(`\\[!${WORD}[ \\t]+${AUDIENCE}$`, "u");
const INLINE = new RegExp(`\\[${WORD}[ \\t]+${AUDIENCE}$`, "u");
const HTML_COMMENT = new RegExp(`<!--[ \\t]{0,8}${WORD}[ \\t]+${AUDIENCE}$`, "u");
const TAG = new RegExp(`<${WORD}[ \\t]+(?:audience[ \\t]*=[ \\t]*)(["']?)${AUDIENCE}$`, "u");
const TAG_ATTRIBUTE = new RegExp(`<${WORD}[ \\t]+([a-z]{0,8})$`, "u");
const ATTRIBUTES = new RegExp(`\\{[^{}]{0,100}\\baudience[ \\t]*=[ \\t]*(["']?)${AUDIENCE}$`, "u");

/** The configured audiences, wherever an internal comment names its own. */
export const audiences: CompletionSource = {
  name: "audience",
  zones: ["body", "tag"],
  items: (place) =>
    container(place) ??
    callout(place) ??
    inline(place) ??
    tag(place) ??
    tagAttribute(place) ??
    attributes(place) ??
    [],
  describe: describeAudience,
};

function container(place: Place): Completion[] | undefined {
  const [, word, typed] = CONTAINER.exec(leadOf(place).rest) ?? [];
  return typed !== undefined && marks(place, word)
    ? audienceItems(place, { replace: typedSpan(place, typed.length), typed })
    : undefined;
}

function callout(place: Place): Completion[] | undefined {
  const [, word, typed] = CALLOUT.exec(place.before) ?? [];
  return typed !== undefined && marks(place, word)
    ? audienceItems(place, { replace: typedSpan(place, typed.length), typed, commit: ["]"] })
    : undefined;
}

/** `[internal …` and `<!-- internal …`, where a colon ends the audience. */
function inline(place: Place): Completion[] | undefined {
  const [, word, typed] = INLINE.exec(place.before) ?? HTML_COMMENT.exec(place.before) ?? [];
  if (typed === undefined || !marks(place, word)) return undefined;
  const after = /^[ \t]*:/.test(place.after) ? "" : ": ";
  return audienceItems(place, { replace: typedSpan(place, typed.length), typed, after });
}

function tag(place: Place): Completion[] | undefined {
  const [, word, quote, typed] = TAG.exec(place.before) ?? [];
  if (typed === undefined || quote === undefined || !marks(place, word)) return undefined;
  const replace = typedSpan(place, typed.length);
  return quote === ""
    ? audienceItems(place, { replace, typed, before: '"', after: '"' })
    : audienceItems(place, { replace, typed, after: closingQuote(place, quote) });
}

/** The whole attribute behind the tag's name. */
function tagAttribute(place: Place): Completion[] | undefined {
  const [, word, typed] = TAG_ATTRIBUTE.exec(place.before) ?? [];
  if (typed === undefined || !marks(place, word) || !"audience".startsWith(typed)) return undefined;
  return audienceItems(place, {
    replace: typedSpan(place, typed.length),
    typed: "",
    before: 'audience="',
    after: '"',
  }).map((item) => ({ ...item, label: `audience="${item.label}"`, filter: `audience="${item.label}"` }));
}

function attributes(place: Place): Completion[] | undefined {
  const [, quote, typed] = ATTRIBUTES.exec(place.before) ?? [];
  if (typed === undefined || quote === undefined) return undefined;
  return audienceItems(place, {
    replace: typedSpan(place, typed.length),
    typed,
    after: quote === "" ? "" : closingQuote(place, quote),
    ...(quote === "" ? { commit: ["}"] } : {}),
  });
}

function closingQuote({ after }: Place, quote: string): string {
  return after.startsWith(quote) ? "" : quote;
}

/** Whether a word marks a comment as internal. */
function marks({ words }: Place, word: string | undefined): boolean {
  return word !== undefined && words.some((known) => known.toLowerCase() === word.toLowerCase());
}
