/**
 * The grammar of internal comments and redacted markers: the one place that knows how they are written.
 * It answers what stands at one offset of a text; where texts begin and end is the parser's business.
 */

/** How an internal comment is written. */
export type Form =
  | "container"
  | "callout"
  | "inline"
  | "tag"
  | "html-comment"
  | "section"
  | "front-matter"
  | "criticmarkup"
  | "obsidian";

/** What the grammar is told by the configuration. */
export interface GrammarSettings {
  /** The words that mark a comment as internal, lower case. */
  readonly words: readonly string[];
  /** The audiences, narrowest first. */
  readonly audiences: readonly string[];
}

/** One end of an internal comment, or a redacted marker, as it stands in the text. Offsets are the text's. */
export type Mark = OpenMark | CloseMark | RedactedMark;

export interface OpenMark {
  readonly kind: "open";
  readonly form: Form;
  readonly from: number;
  readonly to: number;
  /** The audience as written, if one is. */
  readonly audience?: string;
  /** Why this is no proper opening although it was plainly meant as one. */
  readonly slip?: string;
  /** The proper spelling of the mark, where the slip is a misspelt word or a shape slightly off. */
  readonly proper?: string;
  /** For HTML comments: whether `-->` was found, in which case the mark is the whole comment. */
  readonly closed?: boolean;
  /** For containers: how many colons. For tags: the tag's name, lower case. */
  readonly fence?: number;
  readonly name?: string;
  /** False for containers of other tools, which matter only because theirs nest with ours. */
  readonly internal: boolean;
}

export interface CloseMark {
  readonly kind: "close";
  readonly form: Form;
  readonly from: number;
  readonly to: number;
  readonly fence?: number;
  readonly name?: string;
  readonly slip?: string;
  readonly proper?: string;
}

export interface RedactedMark {
  readonly kind: "redacted";
  readonly from: number;
  readonly to: number;
  /** Written as a bare HTML tag, which Markdown renderers swallow. */
  readonly asTag: boolean;
}

const REDACTED_WORDS = "redacted(?:[ \\t]+comments?)?";
/** Every spelling of the redacted marker; `<…>` alone vanishes when Markdown is rendered. */
const REDACTED = new RegExp(
  `\\\\?<${REDACTED_WORDS}[ \\t]*/?>|\\\\?\\[${REDACTED_WORDS}\\\\?\\](?![([:])|\\(${REDACTED_WORDS}\\)|&lt;${REDACTED_WORDS}&gt;|█{3,}`,
  "iy",
);

/** A word of letters, as marks have them; bounded so that no input makes it slow. */
const WORD = /[\p{L}\p{M}]{1,32}/uy;
const COMMENT_OPEN = /<!--+[ \t\r\n]*/y;
/** An audience as written: a name without spaces; TLP labels hold a colon. */
const AUDIENCE = /(?:TLP:[A-Z+]{1,20}|[\p{L}\p{N}_.+-]{1,40})/iuy;
const BLANKS = /[ \t]*/y;

/** Words one slip away from a comment word that are words of their own. */
const REAL_WORDS = new Set([
  "interval",
  "internals",
  "internally",
  "interne",
  "privates",
  "privat",
  "privately",
]);

/** The code points at which a mark can begin; anything else is skipped without a look. */
const STARTERS = new Set([..."[<{%(\\█&!"].map((c) => c.charCodeAt(0)));

export class Grammar {
  private readonly words: ReadonlySet<string>;

  constructor(readonly settings: GrammarSettings) {
    this.words = new Set(settings.words.map((word) => word.toLowerCase()));
  }

  /**
   * The mark that begins at `at`, if one does. `limit` is the end of the paragraph or block that `at` is in.
   * `lineStart` tells whether only white space stands before `at` on its line; callouts need that.
   */
  markAt(text: string, at: number, limit: number, lineStart: boolean): Mark | undefined {
    const code = text.charCodeAt(at);
    if (!STARTERS.has(code)) return undefined;
    switch (text[at]) {
      case "[":
        return this.bracket(text, at, at, limit, lineStart) ?? redacted(text, at, limit);
      case "!":
        return text[at + 1] === "[" ? this.bracket(text, at, at + 1, limit, false) : undefined;
      case "<":
        if (text.startsWith("<<}", at)) return { kind: "close", form: "criticmarkup", from: at, to: at + 3 };
        return this.angle(text, at, limit) ?? redacted(text, at, limit);
      case "\\":
        return redacted(text, at, limit) ?? this.escaped(text, at, limit);
      case "{":
        return text.startsWith("{>>", at)
          ? { kind: "open", form: "criticmarkup", from: at, to: at + 3, internal: true }
          : undefined;
      case "%":
        return this.percent(text, at, limit);
      default:
        return redacted(text, at, limit);
    }
  }

  /** The mark of a line that begins with colons (`:::internal`, `:::`), given the line without its indentation. */
  colonLine(line: string, from: number): OpenMark | CloseMark | undefined {
    let fence = 0;
    while (line.charCodeAt(fence) === 58) fence++;
    if (fence === 0) return undefined;
    const rest = line.slice(fence).trim();
    const to = from + line.trimEnd().length;
    const span = { from, to } as const;
    if (rest === "") return fence >= 3 ? { kind: "close", form: "container", ...span, fence } : undefined;
    const opening = { kind: "open", form: "container", ...span, fence, internal: true } as const;
    const said = this.containerHead(rest.replace(/[ \t]*:{3,}$/, ""));
    if (said === undefined) return fence >= 3 ? { ...opening, internal: false } : undefined;
    const proper = `${":".repeat(Math.max(3, fence))}${said.word}`;
    // Fewer colons before an ordinary word are a time, an emoji or a definition, not a slip.
    if (fence < 3 && !said.exact) return undefined;
    if (fence === 1 && (said.slip !== undefined || /^:[ \t]/.test(line))) return undefined;
    if (said.slip !== undefined) return { ...opening, slip: said.slip, proper };
    const audience = said.audience === undefined ? {} : { audience: said.audience };
    if (fence < 3) return { ...opening, ...audience, slip: "three colons open an internal comment", proper };
    return { ...opening, ...audience };
  }

  /** The audience that heading attributes such as `{.internal audience=company}` give, or undefined without `.internal`. */
  attributes(attributes: string): { readonly audience?: string } | { readonly slip: string } | undefined {
    let answer: { audience?: string } | { slip: string } | undefined;
    for (const [, name] of attributes.matchAll(/\.([\p{L}\p{M}]{1,32})/gu)) {
      const found = this.word(name!);
      if (found?.exact) answer = {};
      else if (found) answer ??= { slip: `“.${name}” reads like “.${found.word}”` };
    }
    const audience = /\baudience[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^\s"'{}]+)/i.exec(attributes)?.[1];
    if (answer && !("slip" in answer) && audience) answer.audience = audience.replace(/^["']|["']$/g, "");
    return answer;
  }

  /** The comment word that `word` is or is one slip away from. */
  word(word: string): { readonly word: string; readonly exact: boolean } | undefined {
    const lower = word.toLowerCase();
    if (this.words.has(lower)) return { word: lower, exact: true };
    if (lower.length < 5 || REAL_WORDS.has(lower)) return undefined;
    for (const known of this.words)
      if (known.length >= 5 && oneSlip(lower, known)) return { word: known, exact: false };
    return undefined;
  }

  /** Whether the audience as written is a configured one, in any case. */
  knowsAudience(audience: string): boolean {
    return this.settings.audiences.some((known) => known.toLowerCase() === audience.toLowerCase());
  }

  /** Word and audience behind a container's colons, or what is wrong with them; undefined when it is not ours. */
  private containerHead(
    rest: string,
  ): { word: string; exact: boolean; audience?: string; slip?: string } | undefined {
    if (rest.startsWith("{")) {
      const said = this.attributes(rest);
      return said && { word: "internal", exact: true, ...said };
    }
    const name = matchAt(WORD, rest, 0);
    const found = name === undefined ? undefined : this.word(name);
    if (!found) return undefined;
    const after = rest.slice(name!.length);
    if (!found.exact) {
      // A longer word (`internals`) was matched whole, so what follows is a blank, the end or punctuation.
      return { ...found, slip: `“${name}” reads like “${found.word}”` };
    }
    if (after === "") return found;
    const attribute = /^[ \t]*\{[ \t]*audience[ \t]*=[ \t]*["']?([^\s"'{}]+)["']?[ \t]*\}$/i.exec(after);
    if (attribute) return { ...found, audience: attribute[1]! };
    const audience = after.trim();
    if (/^[ \t]/.test(after) && matchAt(AUDIENCE, audience, 0) === audience) return { ...found, audience };
    return { ...found, slip: "only an audience may follow on this line" };
  }

  /** `[internal: …`, `[internal company: …`, `[!INTERNAL company]`. `from` is before a `!` that makes it an image. */
  private bracket(
    text: string,
    from: number,
    at: number,
    limit: number,
    lineStart: boolean,
  ): OpenMark | undefined {
    if (text[at + 1] === "!") return lineStart ? this.callout(text, at, limit) : undefined;
    const blanks = matchAt(BLANKS, text, at + 1)!.length;
    const name = matchAt(WORD, text, at + 1 + blanks);
    const found = name === undefined ? undefined : this.word(name);
    if (!found) return undefined;
    let end = at + 1 + blanks + name!.length;
    end += matchAt(BLANKS, text, end)!.length;
    let audience: string | undefined;
    if (text[end] !== ":" && text[end] !== "：") {
      audience = this.audienceAt(text, end);
      if (audience === undefined) return undefined;
      end += audience.length;
      end += matchAt(BLANKS, text, end)!.length;
      if (text[end] !== ":" && text[end] !== "：") return undefined;
    }
    if (end >= limit) return undefined;
    const proper = `[${found.word}${audience === undefined ? "" : ` ${audience}`}:`;
    const open = { kind: "open", form: "inline", from, to: end + 1, internal: true } as const;
    const said = audience === undefined ? {} : { audience };
    if (!found.exact) return { ...open, ...said, slip: `“${name}” reads like “${found.word}”`, proper };
    if (text[end] === "：") return { ...open, ...said, slip: "the colon must be an ASCII one", proper };
    if (blanks > 0) return { ...open, ...said, slip: "no blank may follow the bracket", proper };
    return { ...open, ...said };
  }

  private callout(text: string, at: number, limit: number): OpenMark | undefined {
    const inside = /^[^\]]*(?=\])/.exec(text.slice(at + 2, Math.min(limit, at + 100)))?.[0];
    if (inside === undefined) return undefined;
    const close = at + 2 + inside.length;
    const name = matchAt(WORD, inside.trimStart(), 0);
    const found = name === undefined ? undefined : this.word(name);
    if (!found) return undefined;
    const open = { kind: "open", form: "callout", from: at, to: close + 1, internal: true } as const;
    const audience = inside.trimStart().slice(name!.length).trim();
    const proper = `[!${found.word.toUpperCase()}${audience === "" ? "" : ` ${audience}`}]`;
    if (!found.exact) return { ...open, slip: `“${name}” reads like “${found.word}”`, proper };
    if (audience === "") return open;
    if (matchAt(AUDIENCE, audience, 0) === audience) return { ...open, audience };
    return {
      ...open,
      slip: "only an audience may follow the word",
      proper: `[!${found.word.toUpperCase()}]`,
    };
  }

  /** Tags and HTML comments. */
  private angle(text: string, at: number, limit: number): OpenMark | CloseMark | undefined {
    if (text.startsWith("<!--", at)) return this.htmlComment(text, at, limit);
    const closing = text[at + 1] === "/";
    const start = at + (closing ? 2 : 1);
    const blanks = matchAt(BLANKS, text, start)!.length;
    const name = matchAt(WORD, text, start + blanks);
    const found = name === undefined ? undefined : this.word(name);
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
        ? `“${name}” reads like “${found.word}”`
        : end === undefined || blanks > 0 || inside.trim() !== ""
          ? "this closing tag is not complete"
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
      return { ...open, ...said, slip: `“${name}” reads like “${found.word}”`, proper };
    }
    if (end === undefined) return { ...open, slip: "this tag is not complete", proper };
    if (inside.trimEnd().endsWith("/"))
      return { ...open, ...said, slip: "an empty tag marks no text as internal", proper };
    if (blanks > 0) return { ...open, ...said, slip: "no blank may follow the bracket", proper };
    if (next === ":") return { ...open, slip: "a tag takes no colon", proper };
    return { ...open, ...said };
  }

  private htmlComment(text: string, at: number, limit: number): OpenMark | undefined {
    const lead = matchAt(COMMENT_OPEN, text, at)!.length;
    const name = matchAt(WORD, text, at + lead);
    const found = name === undefined ? undefined : this.word(name);
    if (!found) return undefined;
    let end = at + lead + name!.length;
    end += matchAt(BLANKS, text, end)!.length;
    let audience: string | undefined;
    if (text[end] !== ":") {
      audience = this.audienceAt(text, end);
      if (audience === undefined) return undefined;
      end += audience.length;
      end += matchAt(BLANKS, text, end)!.length;
      if (text[end] !== ":") return undefined;
    }
    const close = text.slice(end, limit).indexOf("-->");
    const closed = close >= 0;
    const span = { from: at, to: closed ? end + close + 3 : end + 1 };
    const said = audience === undefined ? {} : { audience };
    const slip = found.exact
      ? {}
      : {
          slip: `“${name}” reads like “${found.word}”`,
          proper: `<!-- ${found.word}${audience === undefined ? "" : ` ${audience}`}:`,
        };
    return { kind: "open", form: "html-comment", ...span, internal: true, closed, ...said, ...slip };
  }

  /** `\[internal: …\]` and `\<internal>`: what an editor that escapes punctuation makes of a comment. */
  private escaped(text: string, at: number, limit: number): OpenMark | undefined {
    if (text[at + 1] !== "[" && text[at + 1] !== "<") return undefined;
    const mark =
      text[at + 1] === "[" ? this.bracket(text, at, at + 1, limit, false) : this.angle(text, at + 1, limit);
    if (mark?.kind !== "open" || mark.form === "html-comment") return undefined;
    return {
      ...mark,
      from: at,
      slip: "an escaped opening opens nothing",
      proper: text.slice(at + 1, mark.to),
    };
  }

  /** Exactly two per cent signs; whether they open or close is told by what is open. */
  private percent(text: string, at: number, limit: number): OpenMark | undefined {
    if (text[at + 1] !== "%" || text[at + 2] === "%" || text[at - 1] === "%" || at + 2 > limit)
      return undefined;
    return { kind: "open", form: "obsidian", from: at, to: at + 2, internal: true };
  }

  /** An audience's name at `at`: a configured one where one matches, else any one word. */
  private audienceAt(text: string, at: number): string | undefined {
    for (const known of this.settings.audiences) {
      const said = text.slice(at, at + known.length);
      if (
        said.toLowerCase() === known.toLowerCase() &&
        !/[\p{L}\p{N}_+-]/u.test(text[at + known.length] ?? "")
      )
        return said;
    }
    return matchAt(AUDIENCE, text, at);
  }
}

function redacted(text: string, at: number, limit: number): RedactedMark | undefined {
  const found = matchAt(REDACTED, text, at);
  if (found === undefined || at + found.length > limit) return undefined;
  return { kind: "redacted", from: at, to: at + found.length, asTag: found[0] === "<" };
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

/** What a sticky pattern matches at `at`. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Whether two words differ by one letter too many, too few, wrong, or by two neighbours swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
