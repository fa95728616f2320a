import { MARK_SIGNS } from "./mark-signs.js";

/** What each reader of inline text begins with. One that is not named is asked at every unit; `Autolink` depends on the text. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  Mark: `${MARK_SIGNS}]`,
  Attributes: "{",
  Escape: "\\",
  Entity: "&",
  InlineCode: "`",
  HTMLTag: "<",
  Emphasis: "*_",
  TildeRun: "~",
  Strikethrough: "~",
  HardBreak: "\\ ",
  FootnoteReference: "[",
  Link: "[",
  Image: "!",
  LinkEnd: "]",
};

/** Whether a bare address can begin with a sign, by what there is in the text: with `://` and the like, with an `@`. */
const NO_LINKS = () => false;
const LINKS = (sign: string) => "whmx".includes(sign);
const LINKS_AND_MAIL = (sign: string) => /[\w.+-]/.test(sign);

/** Slots of the tables: one for each unit of ASCII, one for the sign of ours beyond it, one for all others. */
const ASCII = 128;
const OURS = "█";
const OTHERS = ASCII + 1;

/** How much of a sign is a beginning: none, any, one in company of another, one without a letter before it. */
const NEVER = 0;
const ALWAYS = 1;
const PAIRED = 2;
const FIRST = 3;

/** A reader of inline text and its name. */
export interface Named<Reader> {
  readonly name: string;
  readonly read: Reader;
}

/**
 * Tells at which units of a text which readers are to be asked. In most texts nothing inline can begin; to ask all readers
 * at every unit would be most of what parsing costs.
 */
export class InlineStarts<Reader> {
  private readonly plain: StartTable<Reader>;
  private readonly withLinks: StartTable<Reader>;
  private readonly withMail: StartTable<Reader>;

  constructor(readers: readonly Named<Reader>[]) {
    this.plain = new StartTable(readers, NO_LINKS);
    this.withLinks = new StartTable(readers, LINKS);
    this.withMail = new StartTable(readers, LINKS_AND_MAIL);
  }

  /** The table for a text, by the bare addresses that it can hold. */
  of(text: string): StartTable<Reader> {
    if (text.includes("@")) return this.withMail;
    const linked =
      text.includes("://") || text.includes("www.") || text.includes("mailto:") || text.includes("xmpp:");
    return linked ? this.withLinks : this.plain;
  }
}

/** The readers to be asked at each unit. */
export class StartTable<Reader> {
  private readonly readers: (readonly Reader[])[] = [];
  private readonly said = new Uint8Array(OTHERS + 1);

  constructor(named: readonly Named<Reader>[], isLink: (sign: string) => boolean) {
    for (let slot = 0; slot <= OTHERS; slot++) {
      const sign = slot < ASCII ? String.fromCharCode(slot) : slot === ASCII ? OURS : "\uffff";
      const asked = named.filter(({ name }) =>
        name === "Autolink" ? isLink(sign) : (BEGINNINGS[name]?.includes(sign) ?? true),
      );
      this.readers.push(asked.map(({ read }) => read));
      this.said[slot] = companyOf(sign, asked);
    }
  }

  /** The first unit at `from` or behind it at which something can begin; the text's length where there is none. */
  next(text: string, from: number): number {
    const { said } = this;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const how = said[slotOf(code)];
      if (how === NEVER) continue;
      if (how === ALWAYS || (how === PAIRED ? isPair(text, at, code) : !isWord(text.charCodeAt(at - 1))))
        return at;
    }
    return text.length;
  }

  /** Whom to ask at a unit. */
  at(code: number): readonly Reader[] {
    return this.readers[slotOf(code)]!;
  }
}

function slotOf(code: number): number {
  return code < ASCII ? code : code === 0x2588 ? ASCII : OTHERS;
}

function companyOf(sign: string, asked: readonly Named<unknown>[]): number {
  if (asked.length === 0) return NEVER;
  if (asked.some(({ name }) => name !== "Autolink" && BEGINNINGS[name] === undefined)) return ALWAYS;
  if (asked.every(({ name }) => name === "Autolink")) return FIRST;
  return "!(%: ".includes(sign) ? PAIRED : ALWAYS;
}

/** `![`, `(r` of `(redacted)`, `%%`, `::`, two blanks. */
function isPair(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (code === 33) return next === 91;
  if (code === 40) return (next | 32) === 114;
  return next === code;
}

function isWord(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || (code >= 48 && code <= 57) || code === 95;
}
