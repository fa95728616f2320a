import { Range } from "vscode";
import type { TextRange } from "../../server/src/lsp/protocol.js";

/** A place that the server told, as the editor tells places. */
export function toRange({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
