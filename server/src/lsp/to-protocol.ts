import {
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Diagnostic as LspDiagnostic,
  type Hover as LspHover,
  type TextEdit as LspTextEdit,
  MarkupKind,
  type Range,
  type SelectionRange,
  SymbolKind,
} from "vscode-languageserver";
import type { Diagnostic } from "../features/diagnostic.js";
import type { Fold } from "../features/folding.js";
import type { Hover } from "../features/hover.js";
import type { OutlineKind, OutlineNode } from "../features/outline.js";
import type { Severity } from "../rules/rule.js";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";
import type { OpenReport } from "./feature.js";

/** The name under which our diagnostics are listed. */
export const SOURCE = "trip-report";

/** Kinds of sections and markers as the protocol's symbol kinds, which decide the icons of an outline: each its own. */
export const SYMBOL_KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  summary: SymbolKind.Key,
  keynote: SymbolKind.Event,
  breakout: SymbolKind.Method,
  panel: SymbolKind.Interface,
  workshop: SymbolKind.Class,
  expo: SymbolKind.Enum,
  hallway: SymbolKind.Field,
  logistics: SymbolKind.Property,
  followups: SymbolKind.Array,
  group: SymbolKind.Namespace,
  topic: SymbolKind.String,
  internal: SymbolKind.Constant,
  redacted: SymbolKind.Variable,
};

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange(text: Text, { from, to }: Span): Range {
  const start = text.positionAt(from);
  const end = text.positionAt(to);
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

export function toDocumentSymbol(text: Text, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    ...(node.detail === "" ? {} : { detail: node.detail }),
    kind: SYMBOL_KINDS[node.kind],
    range: toRange(text, node),
    selectionRange: toRange(text, node.selection),
    children: node.children.map((child) => toDocumentSymbol(text, child)),
  };
}

/** A fold by its lines; `collapsedText` for clients that show a text in place of what is folded. */
export function toFoldingRange(
  text: Text,
  { from, to, kind, audience }: Fold,
  { collapsedText }: { readonly collapsedText: boolean },
): FoldingRange {
  return {
    startLine: text.lineAt(from),
    endLine: text.lineAt(to),
    ...(kind === "region" ? {} : { kind: FoldingRangeKind.Comment }),
    ...(collapsedText && audience !== undefined ? { collapsedText: `internal comment for ${audience}` } : {}),
  };
}

/** Spans that lie in each other, the innermost first, as the protocol's chain of parents. */
export function toSelectionRange(text: Text, spans: readonly Span[]): SelectionRange {
  const ranges = spans.map((span) => toRange(text, span)).reverse();
  let chain: SelectionRange | undefined;
  for (const range of ranges) chain = chain ? { range, parent: chain } : { range };
  return chain ?? { range: toRange(text, { from: 0, to: 0 }) };
}

export function toHover(text: Text, hover: Hover): LspHover {
  return { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: toRange(text, hover) };
}

/** A finding as the protocol has it; `docs` is the URI of the folder with the rules' pages. */
export function toDiagnostic(
  { uri, text }: Pick<OpenReport, "uri" | "text">,
  found: Diagnostic,
  docs: string | undefined,
): LspDiagnostic {
  const { code, severity, message, messageWithText, related, unnecessary } = found;
  return {
    range: toRange(text, found),
    severity: SEVERITIES[severity],
    code,
    ...(docs === undefined ? {} : { codeDescription: { href: `${docs}/${code}.md` } }),
    source: SOURCE,
    message: messageWithText ?? message,
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related
      ? {
          relatedInformation: related.map((place) => ({
            location: { uri, range: toRange(text, place) },
            message: place.message,
          })),
        }
      : {}),
  };
}

export function toTextEdit(text: Text, edit: TextEdit): LspTextEdit {
  return { range: toRange(text, edit), newText: edit.insert };
}
