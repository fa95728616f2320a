import { lazy } from "../text/lazy.js";
import { BySign } from "./by-sign.js";
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

/** What stands behind a sign where it can begin something; behind all others anything may. */
const SECOND: Readonly<Record<string, string>> = { "!": "\\[", "(": "[rR]", "%": "%", ":": ":", " ": " " };

/** With which signs bare addresses begin that a text can hold, and how. */
interface Addresses {
  readonly signs: string;
  readonly begin: readonly string[];
}

const NO_LINKS: Addresses = { signs: "", begin: [] };
/** `www.`, `https://`, `mailto:`, `xmpp:`. */
const LINKS: Addresses = {
  signs: "hmwx",
  begin: ["(?<!\\w)(?:w(?=w)|h(?=t)|m(?=a)|x(?=m))"],
};
const LINKS_AND_MAIL: Addresses = {
  signs: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-",
  begin: ["(?<!\\w)[\\w.+-]"],
};

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
  private readonly plain: () => StartTable<Reader>;
  private readonly withLinks: () => StartTable<Reader>;
  private readonly withMail: () => StartTable<Reader>;

  constructor(readers: readonly Named<Reader>[]) {
    this.plain = lazy(() => new StartTable(readers, NO_LINKS));
    this.withLinks = lazy(() => new StartTable(readers, LINKS));
    this.withMail = lazy(() => new StartTable(readers, LINKS_AND_MAIL));
  }

  /** The table for a text, by the bare addresses that it can hold: with `://` and the like, with an `@`. */
  of(text: string): StartTable<Reader> {
    if (text.includes("@")) return this.withMail();
    const linked =
      text.includes("www.") ||
      (text.includes(":") && (text.includes("://") || text.includes("mailto:") || text.includes("xmpp:")));
    return linked ? this.withLinks() : this.plain();
  }
}

/** The readers to be asked at the units at which something can begin. */
export class StartTable<Reader> {
  private readonly readers: BySign<readonly Reader[]>;
  /** One unit at which somebody is to be asked. Looked for by the engine, which is quicker than a loop, most of all when it is new. */
  private readonly begin: RegExp;

  constructor(named: readonly Named<Reader>[], { signs, begin }: Addresses) {
    this.readers = new BySign((begins) =>
      named
        .filter(({ name }) => begins(name === "Autolink" ? signs : BEGINNINGS[name]))
        .map(({ read }) => read),
    );
    const own = [...new Set(named.map(({ name }) => BEGINNINGS[name] ?? "").join(""))].sort();
    const alone = own.filter((sign) => !(sign in SECOND)).map(escaped);
    const paired = own.filter((sign) => sign in SECOND).map((sign) => `${escaped(sign)}(?=${SECOND[sign]})`);
    const everywhere = named.some(({ name }) => name !== "Autolink" && !(name in BEGINNINGS));
    this.begin = new RegExp(everywhere ? "[^]" : [`[${alone.join("")}]`, ...paired, ...begin].join("|"), "g");
  }

  /** The first unit at `from` or behind it at which something can begin; the text's length where there is none. */
  next(text: string, from: number): number {
    const { begin } = this;
    begin.lastIndex = from;
    return begin.test(text) ? begin.lastIndex - 1 : text.length;
  }

  /** Whom to ask at a unit. */
  at(code: number): readonly Reader[] {
    return this.readers.at(code);
  }
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
