import { expect, test } from "vitest";
import { isScope, type Token, tokenize } from "./tokenize.js";

/** What one line of carets says about the line of text above it. */
interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/**
 * A test of the grammar. Lines of carets are expectations about the nearest text line above and are taken out first:
 *
 *     ## Keynote (Jane Doe)
 *        ^^^^^^^ keyword.other.kind
 *                ^^^^^^^^ entity.name.function !keyword.other
 *
 * Every marked character has each named scope, or a special case of it, and none of those with an exclamation mark.
 * `^...^` marks the whole line from the first caret on.
 */
export function checkTokens(name: string, marked: string): void {
  test(name, async () => {
    const { text, expectations } = readMarked(marked);
    const tokens = await tokenize(text.join("\n"));
    const failures = expectations.flatMap((expected) => {
      const touched = (tokens[expected.line] ?? []).filter(
        (token) => token.start < expected.end && token.end > expected.start,
      );
      return touched.flatMap((token) => mismatches(token, expected, text[expected.line] ?? ""));
    });
    expect(expectations.length, "lines of carets").toBeGreaterThan(0);
    expect(failures).toEqual([]);
  });
}

/** Takes the lines of carets out of a marked text. */
function readMarked(marked: string): { text: string[]; expectations: Expectation[] } {
  const text: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of marked.replace(/^\n/, "").split("\n")) {
    const caret = /^( *)(\^\.\.\.\^|\^+)((?: !?[a-z][\w.-]*)+)$/.exec(line);
    if (!caret) {
      text.push(line);
      continue;
    }
    const [, indent = "", carets = "", scopes = ""] = caret;
    const above = text.at(-1) ?? "";
    const start = indent.length;
    const end = carets === "^...^" ? above.length : start + carets.length;
    if (end > above.length) throw new Error(`Carets beyond the end of the line: ${above}`);
    expectations.push({ line: text.length - 1, start, end, scopes: scopes.trim().split(" ") });
  }
  return { text, expectations };
}

/** What a token lacks or has too much, in words. */
function mismatches(token: Token, expected: Expectation, line: string): string[] {
  const where = `line ${expected.line + 1}, "${line.slice(token.start, token.end)}"`;
  return expected.scopes.flatMap((scope) => {
    const unwanted = scope.startsWith("!");
    const found = token.scopes.some((actual) => isScope(actual, unwanted ? scope.slice(1) : scope));
    return found === unwanted ? [`${where}: ${scope} in ${token.scopes.join(" ")}`] : [];
  });
}
