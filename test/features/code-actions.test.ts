import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/config.js";
import { fixAll, fixesAt } from "../../server/src/features/code-actions.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { inEnglish } from "../../server/src/text/message.js";
import { analyse } from "../support/check.js";
import { fixture } from "../support/fixture.js";

/** Applies the action with a title at `$0`, and expects its finding to be gone. */
function checkAction(title: string, before: string, after: string): void {
  const { text, cursor } = fixture(before);
  const analysis = analyse(text);
  const action = fixesAt(analysis, DEFAULT_CONFIG, diagnostics(analysis, { config: DEFAULT_CONFIG }), {
    from: cursor!,
    to: cursor!,
  }).find((offered) => inEnglish(offered.title) === title);
  expect(action, title).toBeDefined();
  const result = applyEdits(text, action!.edits);
  expect(result).toBe(after);
  const left = diagnostics(analyse(result), { config: DEFAULT_CONFIG }).map(({ code }) => code);
  expect(left).not.toContain(action!.diagnostic.code);
}

describe("switching a rule off", () => {
  const line = "Disable stray-internal-close for this line";
  const file = "Disable stray-internal-close for this file";
  it("for a line", () =>
    checkAction(
      line,
      "a\n\nb <$0/internal>\n",
      "a\n\n<!-- trip-report-disable-next-line stray-internal-close -->\nb </internal>\n",
    ));
  it("for a line in a quote", () =>
    checkAction(
      line,
      "> b <$0/internal>\n",
      "> <!-- trip-report-disable-next-line stray-internal-close -->\n> b </internal>\n",
    ));
  it("for a line in a list", () =>
    checkAction(
      line,
      "- a\n\n  b <$0/internal>\n",
      "- a\n\n  <!-- trip-report-disable-next-line stray-internal-close -->\n  b </internal>\n",
    ));
  it("for a line of the front matter", () =>
    checkAction(
      "Disable unknown-audience for this line",
      "---\naudience: no$0body\n---\n",
      "---\n# trip-report-disable-next-line unknown-audience\naudience: nobody\n---\n",
    ));
  it("for a file", () =>
    checkAction(
      file,
      "b <$0/internal>\r\n",
      "<!-- trip-report-disable stray-internal-close -->\r\n\r\nb </internal>\r\n",
    ));
  it("for a file with front matter", () =>
    checkAction(
      file,
      "---\ntitle: a\n---\nb <$0/internal>\n",
      "---\ntitle: a\n---\n\n<!-- trip-report-disable stray-internal-close -->\nb </internal>\n",
    ));
});

describe("redacting in the editor", () => {
  const front = "---\naudience: public\n---\n";
  const one = "Redact this comment";
  it("an inline comment", () =>
    checkAction(one, `${front}a [int$0ernal: b] c\n`, `${front}a \\<Redacted comments> c\n`));
  it("a container", () =>
    checkAction(
      one,
      `${front}a\n\n:::$0internal\nb\n:::\n\nc\n`,
      `${front}a\n\n\\<Redacted comments>\n\nc\n`,
    ));
  it("one comment leaves the front matter's own alone", () => {
    const { text, cursor } = fixture("---\naudience: public\ninternal: x\n---\na [int$0ernal: b] c\n");
    const analysis = analyse(text);
    const found = diagnostics(analysis, { config: DEFAULT_CONFIG });
    const action = fixesAt(analysis, DEFAULT_CONFIG, found, { from: cursor!, to: cursor! }).find(
      ({ title }) => title === one,
    );
    expect(applyEdits(text, action!.edits)).toBe(
      "---\naudience: public\ninternal: x\n---\na \\<Redacted comments> c\n",
    );
  });
  it("all of them, HTML comments left alone", () =>
    checkAction(
      "Redact all comments",
      `${front}a [int$0ernal: b] c\n\n<!-- kept -->\n\n> [!INTERNAL]\n> d\n`,
      `${front}a \\<Redacted comments> c\n\n<!-- kept -->\n\n\\<Redacted comments>\n`,
    ));
});

describe("fixing all", () => {
  it("settles what has one fix, in one go", () => {
    const text = "[intenral: a] <REDACTED>\n\n:::internla\nb\n:::\n";
    const edits = fixAll(diagnostics(analyse(text), { config: DEFAULT_CONFIG }));
    expect(applyEdits(text, edits)).toBe("[internal: a] \\<REDACTED>\n\n:::internal\nb\n:::\n");
  });
});
