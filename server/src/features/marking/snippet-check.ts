import type { Analysis } from "../../analysis.js";
import { applyEdits } from "../../text/edit.js";
import type { EditInput, Snippet } from "../edit-result.js";
import { keepsReaders, piecesOf } from "../privacy.js";
import { filled } from "./snippet.js";

/**
 * The report with a snippet in it, its placeholders filled by `values`; undefined where the snippet would change who
 * may read what is there, or break a comment.
 */
export function withSnippet(
  { analysis, config, reanalyse }: EditInput,
  { from, to, text }: Snippet,
  values: readonly string[] = [],
): Analysis | undefined {
  const { content, length } = analysis.text;
  const edits = [{ from, to, insert: filled(text, content, values) }];
  const after = reanalyse(applyEdits(content, edits));
  return keepsReaders(analysis, after, piecesOf(length, edits), config.audiences) ? after : undefined;
}
