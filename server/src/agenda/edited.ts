import type { Analyser, Analysis } from "../analysis.js";
import { applyEdits, type TextEdit } from "../text/edit.js";
import { Text } from "../text/text.js";

/** A report after edits, which count in the text before all of them. Only the blocks that they touch are read. */
export function edited(analysis: Analysis, analyser: Analyser, edits: readonly TextEdit[]): Analysis {
  const text = Text.of(applyEdits(analysis.text.content, edits));
  // Taken from the end of the text, an edit moves no other.
  const order = [...edits].sort((a, b) => b.from - a.from || b.to - a.to);
  return analyser.update(analysis, text, order);
}
