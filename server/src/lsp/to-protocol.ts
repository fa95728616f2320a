import {
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Diagnostic as LspDiagnostic,
  type Hover as LspHover,
  type TextEdit as LspTextEdit,
  type MarkupContent,
  MarkupKind,
  type Range,
  type SelectionRange,
  SymbolKind,
} from "vscode-languageserver";
import type { Diagnostic } from "../features/diagnostic.js";
import type { Fold } from "../features/folding.js";
import type { Hover } from "../features/hover.js";
import type { OutlineKind, OutlineNode } from "../features/outline.js";
import type { PlacedFinding } from "../features/placed-findings.js";
import type { Place } from "../index/card.js";
import type { Severity } from "../rules/rule.js";
import type { TextEdit } from "../text/edit.js";
import { l10n, type Message, type Say } from "../text/message.js";
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

/** A stretch of a text as the protocol has it: lines and UTF-16 units, from 0. */
export function toRange(text: Text, { from, to }: Span): Range {
  const start = text.positionAt(from);
  const end = text.positionAt(to);
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

/** A node of the outline, with all below it. */
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
  say: Say,
): FoldingRange {
  return {
    startLine: text.lineAt(from),
    endLine: text.lineAt(to),
    ...(kind === "region" ? {} : { kind: FoldingRangeKind.Comment }),
    ...(collapsedText && audience !== undefined
      ? { collapsedText: say(l10n.t("internal comment for {0}", audience)) }
      : {}),
  };
}

/** Spans that lie in each other, the innermost first, as the protocol's chain of parents. */
export function toSelectionRange(text: Text, spans: readonly Span[]): SelectionRange {
  const ranges = spans.map((span) => toRange(text, span)).reverse();
  let chain: SelectionRange | undefined;
  for (const range of ranges) chain = chain ? { range, parent: chain } : { range };
  return chain ?? { range: toRange(text, { from: 0, to: 0 }) };
}

/** A hover in a format that the client shows. */
export function toHover(text: Text, hover: Hover, formats: readonly MarkupKind[] | undefined): LspHover {
  return { contents: toMarkup(hover.markdown, formats), range: toRange(text, hover) };
}

/**
 * Markdown as the server writes it (emphasis by `**`, code, escapes, lists), or its bare text for a client that lists the
 * formats it shows and does not show Markdown.
 */
export function toMarkup(markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  if (!formats || formats.includes(MarkupKind.Markdown))
    return { kind: MarkupKind.Markdown, value: markdown };
  const value = markdown.replace(/`([^`]*)`|\\(.)|\*\*/g, "$1$2");
  return { kind: MarkupKind.PlainText, value };
}

/** What a client is told of a finding. */
export function toldMessage({ message, messageWithText = message }: Diagnostic): Message {
  return messageWithText;
}

/**
 * A finding as the protocol has it; `docs` is the URI of the folder with the rules' pages, `said` its message in words
 * where that is known.
 */
export function toDiagnostic(
  { uri, text }: Pick<OpenReport, "uri" | "text">,
  found: Diagnostic,
  docs: string | undefined,
  say: Say,
  said: LspDiagnostic["message"] = say(toldMessage(found)),
): LspDiagnostic {
  const { code, severity, related, unnecessary } = found;
  return {
    range: toRange(text, found),
    severity: SEVERITIES[severity],
    code,
    ...(docs === undefined ? {} : { codeDescription: { href: `${docs}/${code}.md` } }),
    source: SOURCE,
    message: said,
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related
      ? {
          relatedInformation: related.map((place) => ({
            location: { uri, range: toRange(text, place) },
            message: say(place.message),
          })),
        }
      : {}),
  };
}

/** The same of a finding in a file that nobody has open. */
export function toPlacedDiagnostic(
  uri: string,
  { at, code, severity, message, unnecessary, related }: PlacedFinding,
  docs: string | undefined,
  say: Say,
): LspDiagnostic {
  return {
    range: placeToRange(at),
    severity: SEVERITIES[severity],
    code,
    ...(docs === undefined ? {} : { codeDescription: { href: `${docs}/${code}.md` } }),
    source: SOURCE,
    message: say(message),
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related
      ? {
          relatedInformation: related.map((place) => ({
            location: { uri, range: placeToRange(place.at) },
            message: say(place.message),
          })),
        }
      : {}),
  };
}

/** A place by its lines and columns, both from 0, as the protocol has it. */
export function placeToRange({ line, column, endLine, endColumn }: Place): Range {
  return { start: { line, character: column }, end: { line: endLine, character: endColumn } };
}

/** An edit of ours, as the protocol has it. */
export function toTextEdit(text: Text, edit: TextEdit): LspTextEdit {
  return { range: toRange(text, edit), newText: edit.insert };
}
