import type { DocumentSymbol, Position, Range } from "vscode-languageserver";
import type { OutlineNode } from "../features/outline.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";
import { SYMBOL_KINDS, toRange } from "./to-protocol.js";

/**
 * An outline as the protocol has it. Entries that `before` has too, down to their last line, are the same objects: what
 * sends them need not write them anew.
 */
export function toDocumentSymbols(
  text: Text,
  nodes: readonly OutlineNode[],
  before: readonly DocumentSymbol[] = [],
): DocumentSymbol[] {
  // Entries come and go in one place mostly: those before it keep their number, those behind it count from the end.
  const moved = before.length - nodes.length;
  return nodes.map((node, at) => {
    const first = before[at];
    const same = first?.name === node.name ? first : before[at + moved];
    return toSymbol(text, node, same?.name === node.name ? same : first);
  });
}

function toSymbol(text: Text, node: OutlineNode, before: DocumentSymbol | undefined): DocumentSymbol {
  const { name, detail } = node;
  const children = toDocumentSymbols(text, node.children, before?.children);
  const kind = SYMBOL_KINDS[node.kind];
  if (
    before?.name === name &&
    (before.detail ?? "") === detail &&
    before.kind === kind &&
    isRange(text, node, before.range) &&
    isRange(text, node.selection, before.selectionRange) &&
    before.children?.length === children.length &&
    children.every((child, at) => child === before.children![at])
  )
    return before;
  return {
    name,
    ...(detail === "" ? {} : { detail }),
    kind,
    range: toRange(text, node),
    selectionRange: toRange(text, node.selection),
    children,
  };
}

/** Whether a stretch is a range. */
export function isRange(text: Text, { from, to }: Span, { start, end }: Range): boolean {
  return isAt(text, from, start) && isAt(text, to, end);
}

/** Whether an offset is a position; without looking for its line. */
function isAt(text: Text, offset: number, { line, character }: Position): boolean {
  return (
    line < text.lineCount &&
    offset - text.lineStart(line) === character &&
    (line + 1 === text.lineCount || offset < text.lineStart(line + 1))
  );
}
