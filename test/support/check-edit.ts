import { expect } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { type Config, DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import type {
  EditArguments,
  EditCommand,
  EditInput,
  EditResult,
} from "../../server/src/features/edit-result.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { applyEdits } from "../../server/src/text/edit.js";
import type { Span } from "../../server/src/text/span.js";
import { fixture, marked } from "./fixture.js";

export interface EditOptions extends EditArguments {
  readonly format?: Format;
  readonly config?: Partial<Config>;
}

const usual = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** What a command is given about a text. */
export function editInput(text: string, { format = "markdown", config }: EditOptions = {}): EditInput {
  const whole = { ...DEFAULT_CONFIG, ...config };
  const analyser = config ? new Analyser(recognitionSettings(whole)) : usual;
  const reanalyse = (content: string) => analyser.analyse(content, format);
  return { analysis: reanalyse(text), config: whole, reanalyse };
}

/** Runs a command on the selections of a fixture: `«…»`, or the cursor `$0`. */
export function runEdit(
  command: EditCommand,
  report: string,
  options: EditOptions = {},
): { readonly text: string; readonly result: EditResult } {
  const { text, cursor, spans } = fixture(report);
  const selections: readonly Span[] = cursor === undefined ? spans : [{ from: cursor, to: cursor }];
  return { text, result: command(editInput(text, options), selections, options) };
}

/**
 * Checks what a command makes of a fixture. `after` is the new text, with what is selected then as `«…»` if it has
 * any; for a snippet the text with the snippet in it; behind `refused:` the start of the reason; behind `choose:` the
 * options.
 */
export function checkEdit(
  command: EditCommand,
  before: string,
  after: string,
  options: EditOptions = {},
): void {
  const { text, result } = runEdit(command, before, options);
  expect(shown(text, result, after.includes("«"))).toBe(after);
}

function shown(text: string, result: EditResult, withSelections: boolean): string {
  switch (result.kind) {
    case "refused":
      return `refused: ${result.reason}`;
    case "choose":
      return `choose: ${result.options.join(" ")}`;
    case "snippet":
      return text.slice(0, result.from) + result.text + text.slice(result.to);
    case "edits": {
      const made = applyEdits(text, result.edits);
      return withSelections ? marked(made, result.selections ?? []) : made;
    }
  }
}
