import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../server/src/agenda/escape.js";
import { COMMENT_FORMS } from "../../server/src/features/completion/comment-forms.js";
import { aboutForm, type Form } from "../../server/src/syntax/forms.js";
import { PIECES } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";
import { copyOf } from "../support/publish.js";
import { isScope, tokenize } from "../support/tokenize.js";

/** A comment in each form, by itself. */
const EXAMPLES: Readonly<Record<Form, string>> = {
  container: ":::internal\nsecret\n:::\n",
  callout: "> [!INTERNAL]\n> secret\n",
  inline: "[internal: secret]",
  tag: "<internal>secret</internal>",
  "html-comment": "<!-- internal: secret -->",
  section: "## A {.internal}\n\nsecret\n",
  "front-matter": "---\ntitle: A\ninternal: secret\n---\n",
  criticmarkup: "{>> secret <<}",
  obsidian: "%% secret %%",
};

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** Forms that stand in no running text: a heading's and the front matter's. */
const forms = (Object.keys(EXAMPLES) as Form[]).map((form) => {
  const text = EXAMPLES[form];
  const { open, close } = analyse(text).report.comments[0] ?? { open: { from: 0, to: 0 } };
  return { form, text, open: text.slice(open.from, open.to), close };
});
const inText = forms.filter(({ form }) => form !== "section" && form !== "front-matter");

describe("a form of internal comment", () => {
  // Where it is not, a sign of its marks is missing there.
  it.each(forms)(
    "is seen by syntax/grammar.ts at the signs of syntax/mark-signs.ts: $form",
    ({ form, text }) => {
      expect(analyse(text).report.comments).toMatchObject([{ form }]);
      expect(analyse(text).report.comments[0]).not.toHaveProperty("slip");
    },
  );

  it.each(inText)("is seen in raw HTML, by syntax/raw-marks.ts: $form", ({ form, text }) =>
    expect(analyse(`<div>\n${text}\n</div>\n`).report.comments).toMatchObject([{ form }]),
  );

  it.each(forms)("is in no copy: $form", ({ text }) => expect(copyOf(text)).not.toContain("secret"));

  it.each(forms.filter(({ close }) => close))(
    "can be closed, by syntax/forms.ts: $form",
    ({ form, text, open }) => {
      const cut = text.slice(0, text.indexOf("secret") + "secret".length);
      expect(analyse(cut).report.comments).toMatchObject([{ form, unclosed: true }]);
      const closed = cut + (aboutForm(form).closing?.(open) ?? "");
      expect(analyse(closed).report.comments[0]).not.toHaveProperty("unclosed");
    },
  );

  it.each(inText)("is offered by features/completion/comment-forms.ts: $form", ({ form }) =>
    expect(COMMENT_FORMS.map((offered) => offered.form)).toContain(form),
  );

  it.each(inText)("is coloured by syntaxes/trip-report.tmLanguage.json: $form", async ({ text }) => {
    const lines = text.split("\n");
    const line = lines.findIndex((words) => words.includes("secret"));
    const at = lines[line]!.indexOf("secret");
    const token = (await tokenize(text))[line]!.find(({ start, end }) => start <= at && at < end);
    expect(token?.scopes.some((scope) => isScope(scope, "comment.block.internal"))).toBe(true);
  });

  it.each(inText)("is no comment in what an agenda says, by agenda/escape.ts: $form", ({ text }) =>
    expect(analyse(`# T\n\n${escapeMarkdown(text.replaceAll("\n", " "))}\n`).report.comments).toEqual([]),
  );

  it.each(forms)("is tried with random input, by test/support/arbitrary-report.ts: $form", ({ open }) =>
    expect(PIECES.filter((piece) => piece.includes(open))).not.toEqual([]),
  );

  it.each(inText)("is told of in README.md: $form", ({ open }) => expect(readme.includes(open)).toBe(true));
});
