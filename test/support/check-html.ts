import { HtmlValidate } from "html-validate";
import { expect } from "vitest";

/** What is asked of every page beyond being valid HTML is asked by axe in a browser. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // Written by the library that turns trees into HTML.
    "no-raw-characters": ["error", { relaxed: true }],
    "attr-quotes": "off",
    "void-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    // The page's own style sheet is short and stands in it.
    "no-inline-style": "off",
    "require-sri": "off",
  },
});

/** Checks that a page, or a fragment of one, is valid HTML. */
export function checkHtml(html: string): void {
  const { results } = validator.validateStringSync(html);
  const found = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  expect(found).toEqual([]);
}
