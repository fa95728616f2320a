import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import tests from "../../vitest.config.mjs";

/** The examples of comments, markers, copies and of what else asks them, the quickest first: a mutant lives until one of them fails. */
const EXAMPLES = [
  "test/syntax/grammar.test.ts",
  "test/syntax/grammar-lines.test.ts",
  "test/publish/pieces.test.ts",
  "test/report/internal-comments.test.ts",
  "test/publish/letters.test.ts",
  "test/publish/span-index.test.ts",
  "test/publish/markup.test.ts",
  "test/publish/withheld.test.ts",
  "test/publish/refusals.test.ts",
  "test/publish/redact.test.ts",
  "test/publish/render.test.ts",
  "test/publish/copies.test.ts",
  "test/publish/html-sections.test.ts",
  "test/publish/nested.test.ts",
  "test/features/code-actions.test.ts",
  "test/features/marking-commands.test.ts",
  "test/features/refactor.test.ts",
  "test/features/marking.test.ts",
  "test/rules/rules.test.ts",
  "test/publish/html-page.test.ts",
];

/** Runs the files in that order. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => EXAMPLES.findIndex((name) => moduleId.endsWith(name));
    return files.toSorted((a, b) => place(a) - place(b));
  }
}

/**
 * Properties, whole reports and the thousands of malformed ones are left out: a mutant is to die of the same test each
 * time, and soon. So the score is a lower bound.
 */
export default defineConfig({
  test: { ...tests.test, globalSetup: [], include: EXAMPLES, sequence: { sequencer: QuickestFirst } },
});
