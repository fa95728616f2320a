import type { Form } from "../../syntax/forms.js";
import { l10n, type Message } from "../../text/message.js";
import { hole, type Insert } from "./item.js";

/** How one form of internal comment is typed, and how it is written out. */
export interface CommentForm {
  readonly form: Form;
  /** Behind the word, the name by which it is offered where a line begins with a word. */
  readonly name: string;
  /** What of it stands before the cursor when it is asked for; the group is the part of the word that is typed. */
  readonly opening: RegExp;
  /** What the editor may have put behind the cursor when the opening was typed. */
  readonly closing?: RegExp;
  /** It stands at the start of a line, or of a quote's line. */
  readonly atStart?: "line" | "quote";
  /** Plain text knows it as well. */
  readonly plain: boolean;
  write(word: string, audience: string | undefined): Insert;
  /** Says what it is good for. */
  readonly meaning: Message;
}

const TYPED = "([\\p{L}\\p{M}]{0,32})";

/** The forms of internal comments in a report's body, handiest first. Source: the format's section 4. */
export const COMMENT_FORMS: readonly CommentForm[] = [
  {
    form: "inline",
    name: "",
    opening: new RegExp(`(?<![\\]\\\\!])\\[${TYPED}$`, "u"),
    closing: /^\]/,
    plain: true,
    write: (word, audience) => [`[${head(word, audience)}: `, hole(1, "not for everyone"), "]", hole(0, "")],
    meaning: l10n.t("An internal comment within a sentence or a list item."),
  },
  {
    form: "container",
    name: "-block",
    opening: new RegExp(`^:{2,3}[ \\t]*${TYPED}$`, "u"),
    atStart: "line",
    plain: true,
    write: (word, audience) => [
      `:::${head(word, audience)}\n`,
      hole(1, "Not for everyone."),
      "\n:::\n",
      hole(0, ""),
    ],
    meaning: l10n.t(
      "An internal comment around paragraphs and lists, up to the next line of as many colons.",
    ),
  },
  {
    form: "callout",
    name: "-callout",
    opening: new RegExp(`^\\[(?:!${TYPED})?$`, "u"),
    closing: /^\]/,
    atStart: "quote",
    plain: false,
    write: (word, audience) => [
      `[!${head(word.toUpperCase(), audience)}]\n`,
      hole(1, "Not for everyone."),
      hole(0, ""),
    ],
    meaning: l10n.t("An internal comment that is a block quote."),
  },
  {
    form: "tag",
    name: "-tag",
    opening: new RegExp(`<${TYPED}$`, "u"),
    closing: /^>/,
    plain: true,
    write: (word, audience) => [
      `<${word}${audience === undefined ? "" : ` audience="${audience}"`}>`,
      hole(1, "Not for everyone."),
      `</${word}>`,
      hole(0, ""),
    ],
    meaning: l10n.t("An internal comment between tags, inline or around blocks."),
  },
  {
    form: "html-comment",
    name: "-html",
    opening: new RegExp(`<!--[ \\t]{0,8}${TYPED}$`, "u"),
    closing: /^[ \t]*-->/,
    plain: true,
    write: (word, audience) => [
      `<!-- ${head(word, audience)}: `,
      hole(1, "not for everyone"),
      " -->",
      hole(0, ""),
    ],
    meaning: l10n.t("An internal comment that no renderer shows."),
  },
  {
    form: "criticmarkup",
    name: "-criticmarkup",
    opening: /\{>{0,2}$/,
    closing: /^(?:<<)?\}/,
    plain: true,
    write: () => ["{>> ", hole(1, "not for everyone"), " <<}", hole(0, "")],
    meaning: l10n.t("A CriticMarkup comment, which counts as internal and is for the narrowest audience."),
  },
  {
    form: "obsidian",
    name: "-obsidian",
    opening: /(?<!%)%%$/,
    closing: /^%%/,
    plain: true,
    write: () => ["%% ", hole(1, "not for everyone"), " %%", hole(0, "")],
    meaning: l10n.t("An Obsidian comment, which counts as internal and is for the narrowest audience."),
  },
];

function head(word: string, audience: string | undefined): string {
  return audience === undefined ? word : `${word} ${audience}`;
}
