/** A comment's short forms: `<!-->` and `<!--->`. */
const SHORT_COMMENT = /<!---?>/y;
/** `<` as it begins an address or a tag of its own; CommonMark allows no `<` in it. */
const ADDRESS = /<[a-z][-\w+.]+:[^\s<>]+>/iy;
const MAILBOX = /<[a-z\d.!#$%&'*+/=?^_`{|}~-]+@[a-z\d.-]+>/iy;
/** Parts of a host's name begin and end with a letter or a digit, and none is empty or longer than 63. */
const BROKEN_HOST = /[@.][.>-]|-[.>]|[^@.]{64}[.>]/;
const TAG_NAME = /[a-z][\w-]*/iy;
const ATTRIBUTE_NAME = /[a-z:_][\w.:-]*/iy;
const UNQUOTED = /[^\s"'=<>`]+/y;
const DECLARATION = /<![A-Z]/y;

export type AngleKind = "Autolink" | "Comment" | "ProcessingInstruction" | "HTMLTag";

/** What begins with a `<`, and where it ends. */
export interface Angle {
  readonly kind: AngleKind;
  readonly to: number;
}

/**
 * Finds what begins with a `<` in one text: tags, HTML comments, addresses. What was looked for to the end of the text in
 * vain is not looked for again, so that a text full of beginnings costs no more than one full of tags.
 */
export class AngleScanner {
  private readonly absent = new Map<string, number>();
  /** Places of `<` inside quotes, by the quote, from which no tag around them ends. */
  private readonly hopeless = { '"': new Set<number>(), "'": new Set<number>() };

  constructor(private readonly text: string) {}

  at(at: number): Angle | undefined {
    const { text } = this;
    const autolink = autolinkEnd(text, at);
    if (autolink !== undefined) return { kind: "Autolink", to: autolink };
    if (text.startsWith("<!--", at)) {
      const to = matchEnd(SHORT_COMMENT, text, at) ?? this.behind("-->", at + 4);
      if (to !== undefined) return { kind: "Comment", to };
    }
    const instruction = text.startsWith("<?", at) ? this.behind("?>", at + 2) : undefined;
    if (instruction !== undefined) return { kind: "ProcessingInstruction", to: instruction };
    const tag =
      matchEnd(DECLARATION, text, at) !== undefined
        ? this.behind(">", at + 3)
        : text.startsWith("<![CDATA[", at)
          ? this.behind("]]>", at + 9)
          : this.tag(at);
    return tag === undefined ? undefined : { kind: "HTMLTag", to: tag };
  }

  /** The offset behind the first `end` from an offset on. */
  behind(end: string, from: number): number | undefined {
    if (from >= (this.absent.get(end) ?? Number.POSITIVE_INFINITY)) return undefined;
    const at = this.text.indexOf(end, from);
    if (at >= 0) return at + end.length;
    this.absent.set(end, from);
    return undefined;
  }

  private tag(at: number): number | undefined {
    const { text } = this;
    const closes = text[at + 1] === "/";
    let i = matchEnd(TAG_NAME, text, at + (closes ? 2 : 1));
    if (i === undefined) return undefined;
    const passed: Passed[] = [];
    for (;;) {
      const next = skipSpace(text, i);
      if (text[next] === ">") return next + 1;
      if (closes) return undefined;
      if (text[next] === "/" && text[next + 1] === ">") return next + 2;
      const name: number | undefined = next > i ? matchEnd(ATTRIBUTE_NAME, text, next) : undefined;
      const end: number | undefined = name === undefined ? undefined : this.attributeEnd(name, passed);
      if (end === undefined) break;
      i = end;
    }
    for (const { quote, place } of passed) this.hopeless[quote].add(place);
    return undefined;
  }

  /** Where an attribute ends whose name ends at `name`; undefined where no tag can end behind it. */
  private attributeEnd(name: number, passed: Passed[]): number | undefined {
    const { text } = this;
    const equals = skipSpace(text, name);
    if (text[equals] !== "=") return name;
    const value = skipSpace(text, equals + 1);
    const quote = text[value];
    if (quote !== '"' && quote !== "'") return matchEnd(UNQUOTED, text, value);
    for (let i = value + 1; i < text.length; i++) {
      if (text[i] === quote) return i + 1;
      if (text[i] !== "<") continue;
      if (this.hopeless[quote].has(i)) return undefined;
      passed.push({ quote, place: i });
    }
    return undefined;
  }
}

interface Passed {
  readonly quote: '"' | "'";
  readonly place: number;
}

function autolinkEnd(text: string, at: number): number | undefined {
  const address = matchEnd(ADDRESS, text, at);
  if (address !== undefined) return address;
  const to = matchEnd(MAILBOX, text, at);
  return to === undefined || BROKEN_HOST.test(text.slice(text.indexOf("@", at), to)) ? undefined : to;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/.test(text[i]!)) i++;
  return i;
}
