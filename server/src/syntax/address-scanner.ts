const START = /www\.|https?:\/\//y;
const DOMAIN = /[\w-]+(?:\.[\w-]+)+/y;
const PORT = /:\d+/y;

/**
 * Finds addresses without brackets in one text as GitHub has them: `www.…` and `https://…`. The parser's own reader counts all
 * parentheses of an address again for each it leaves out, and looks for its end again from each bracket.
 */
export class AddressScanner {
  /** The last domain that was read: every address that begins in it ends with it. */
  private domain = { from: -1, to: -1, lastDot: -1, isOne: false };
  /** The next blank or `<`, and the next `]`, from the last place that was asked. */
  private stop = -1;
  private close = -1;

  constructor(private readonly text: string) {}

  /**
   * Where the address ends that begins at `at`, -1 where it has no proper domain, undefined where none begins.
   * `inBrackets` in the text of what may be a link.
   */
  end(at: number, inBrackets: boolean): number | undefined {
    const { text } = this;
    START.lastIndex = at;
    if ((at > 0 && /\w/.test(text[at - 1]!)) || !START.test(text)) return undefined;
    const domain = this.domainEnd(START.lastIndex);
    if (domain === undefined) return -1;
    PORT.lastIndex = domain;
    const behind = PORT.test(text) ? PORT.lastIndex : domain;
    const end = withoutPunctuation(text, at, text[behind] === "/" ? this.nextStop(behind) : behind);
    return inBrackets ? this.beforeBracket(at, end) : end;
  }

  /** Where the domain that begins at `at` ends. An underscore in its last two names makes it none. */
  private domainEnd(at: number): number | undefined {
    const { text } = this;
    if (at < this.domain.from || at >= this.domain.to) {
      DOMAIN.lastIndex = at;
      if (!DOMAIN.test(text)) return undefined;
      const to = DOMAIN.lastIndex;
      const lastDot = text.lastIndexOf(".", to - 1);
      const before = Math.max(at, text.lastIndexOf(".", lastDot - 1));
      this.domain = { from: at, to, lastDot, isOne: !text.slice(before, to).includes("_") };
    }
    const { to, lastDot, isOne } = this.domain;
    return isOne && at < lastDot ? to : undefined;
  }

  private nextStop(from: number): number {
    if (this.stop < from) {
      this.stop = from;
      while (this.stop < this.text.length && !/[<\s]/.test(this.text[this.stop]!)) this.stop++;
    }
    return this.stop;
  }

  /** In the text of a link an address ends before a bracket that has no other in it. */
  private beforeBracket(from: number, to: number): number {
    const { text } = this;
    for (let i = from; i < to; i++) {
      if (text[i] === "]") return i;
      if (text[i] !== "[") continue;
      if (this.close < i) {
        const close = text.indexOf("]", i);
        this.close = close < 0 ? text.length : close;
      }
      if (this.close >= to) return i;
      i = this.close;
    }
    return to;
  }
}

function withoutPunctuation(text: string, from: number, to: number): number {
  // How many more parentheses close than open; counted when first needed.
  let more: number | undefined;
  let end = to;
  for (;;) {
    const last = text[end - 1]!;
    if (last === ")") {
      more ??= parentheses(text, from, end);
      if (more <= 0) return end;
      more--;
      end--;
    } else if (/[?!.,:*_~]/.test(last)) end--;
    else if (last === ";") {
      let start = end - 2;
      while (start >= from && /\w/.test(text[start]!)) start--;
      if (text[start] === "#") start--;
      if (text[start] !== "&" || !/^&(?:#\d+|#x[a-f\d]+|\w+);$/.test(text.slice(start, end))) return end;
      end = start;
    } else return end;
  }
}

function parentheses(text: string, from: number, to: number): number {
  let more = 0;
  for (let i = from; i < to; i++)
    if (text[i] === ")") more++;
    else if (text[i] === "(") more--;
  return more;
}
