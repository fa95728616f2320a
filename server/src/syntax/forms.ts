/** What holds of a form of internal comments wherever it is met; how its marks are read stands in `grammar.ts`. */
interface AboutForm {
  /** What is written behind its last word to close one, by its opening; absent where none can be left open. */
  readonly closing?: (opening: string) => string;
  /** Its opening tells the word and, where given, the audience; forms of other tools have neither. */
  readonly worded?: true;
  /** Its marks can stand around blocks, on lines of their own. */
  readonly aroundBlocks?: true;
  /** Blanks between its marks and its words belong to the marks. */
  readonly padded?: true;
}

/** How internal comments are written. Source: the format's section 4. */
const FORMS = {
  container: {
    closing: (opening) => `\n${/^:+/.exec(opening)?.[0] ?? ":::"}`,
    worded: true,
    aroundBlocks: true,
  },
  callout: { worded: true, padded: true },
  inline: { closing: () => "]", worded: true },
  tag: {
    closing: (opening) => `</${/[\p{L}\p{M}]+/u.exec(opening)?.[0] ?? "internal"}>`,
    worded: true,
    aroundBlocks: true,
  },
  "html-comment": { closing: () => " -->", worded: true },
  section: { worded: true },
  "front-matter": {},
  criticmarkup: { closing: () => "<<}", aroundBlocks: true, padded: true },
  obsidian: { closing: () => "%%", aroundBlocks: true, padded: true },
} satisfies Readonly<Record<string, AboutForm>>;

/** How an internal comment is written. */
export type Form = keyof typeof FORMS;

/** What holds of a form. */
export function aboutForm(form: Form): AboutForm {
  return FORMS[form];
}
