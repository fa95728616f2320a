import {
  type CancellationToken,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem as LspCompletionItem,
  type Position,
} from "vscode-languageserver";
import { recognitionSettings } from "../../config.js";
import type { OfferedCompletion } from "../../features/completion/complete.js";
import type { About, CompletionKind, Insert } from "../../features/completion/item.js";
import { lineBreakOf } from "../../text/line-break.js";
import type { Text } from "../../text/text.js";
import type { Feature, FeatureContext, OpenReport } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toMarkup, toRange } from "../to-protocol.js";
import { libraryMessage } from "./link-messages.js";
import { linkCompletions } from "./links.js";

/** Loaded with the first question. */
const loadAnswers = () => import("../../features/completion/on-request.js");

/** Something that offers items at a place of a report. */
type ListedSource = (
  context: FeatureContext,
  report: OpenReport,
  position: Position,
  token: CancellationToken,
) => Promise<CompletionList>;

/** Everything that offers items: a server answers for all of it by one handler. */
const sources: readonly ListedSource[] = [reportItems, linkItems];

/** Completion. An item's explanation is made when it is looked at, of what the item carries. */
export const completions: Feature = (context) => {
  const { connection, client, answer, say } = context;
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer<CompletionList>("completion", uri, { isIncomplete: false, items: [] }, async (report) => {
      const lists = await Promise.all(sources.map((source) => source(context, report, position, token)));
      return {
        isIncomplete: lists.some(({ isIncomplete }) => isIncomplete),
        items: lists.flatMap(({ items }) => items),
      };
    }),
  );
  connection.onCompletionResolve(async (item) => {
    if (!isAbout(item.data)) return item;
    const { describeCompletion } = await loadAnswers();
    const value = describeCompletion(item.data, say);
    const formats = client.textDocument?.completion?.completionItem?.documentationFormat;
    return value === undefined ? item : { ...item, documentation: toMarkup(value, formats) };
  });
};

async function reportItems(
  context: FeatureContext,
  { uri, analysis, config, text }: OpenReport,
  position: Position,
): Promise<CompletionList> {
  const { complete, plainInsert, wordsElsewhere } = await loadAnswers();
  const { items, incomplete } = complete(analysis, fromPosition(text, position), {
    ...recognitionSettings(config),
    known: wordsElsewhere(context.index, uri),
    today: localDay(new Date()),
  });
  const { snippetSupport, insertTextModeSupport } =
    context.client.textDocument?.completion?.completionItem ?? {};
  const adjusts = insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) ?? false;
  const lineBreak = lineBreakOf(text.content);
  const toItem = (item: OfferedCompletion, at: number): LspCompletionItem => {
    const snippet = snippetSupport === true && item.insert.some((piece) => typeof piece !== "string");
    const written = snippet ? snippetOf(item.insert) : plainInsert(item.insert);
    // Who is told nothing of indentation inserts a plain text as it is.
    const indent = adjusts || snippet ? "" : indentationAt(text, item.replace.from);
    return {
      label: item.label,
      kind: KINDS[item.kind],
      ...(item.detail === undefined ? {} : { detail: context.say(item.detail) }),
      filterText: item.filter,
      sortText: String(at).padStart(4, "0"),
      textEdit: {
        range: toRange(text, item.replace),
        newText: written.replaceAll("\n", `${lineBreak}${indent}`),
      },
      insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      ...(adjusts ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
      ...(item.commit ? { commitCharacters: [...item.commit] } : {}),
      ...(item.about ? { data: item.about } : {}),
    };
  };
  return { isIncomplete: incomplete, items: items.map(toItem) };
}

/** Paths, headings and definitions for the link that is being written. */
async function linkItems(
  context: FeatureContext,
  { uri }: OpenReport,
  position: Position,
  token: CancellationToken,
): Promise<CompletionList> {
  const items = await linkCompletions(context, uri, position, token);
  const inWords = ({ detail, ...item }: LspCompletionItem) =>
    detail === undefined ? item : { ...item, detail: context.say(libraryMessage(detail)) };
  return { isIncomplete: false, items: items.map(inWords) };
}

/** The white space that the line of an offset begins with. */
function indentationAt(text: Text, offset: number): string {
  const start = text.lineStart(text.lineAt(offset));
  return /^[ \t]*/.exec(text.content.slice(start, offset))![0];
}

/** The day on this machine's calendar, ISO 8601. */
function localDay(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A text in the protocol's snippet syntax, in which dollar signs, braces and backslashes are escaped. */
function snippetOf(insert: Insert): string {
  const escaped = (text: string) => text.replace(/[\\$}]/g, "\\$&");
  return insert
    .map((piece) => {
      if (typeof piece === "string") return escaped(piece);
      if (piece.choices) {
        const choices = piece.choices.map((choice) => choice.replace(/[\\$},|]/g, "\\$&"));
        return `\${${piece.stop}|${choices.join(",")}|}`;
      }
      return piece.text === "" ? `$${piece.stop}` : `\${${piece.stop}:${escaped(piece.text)}}`;
    })
    .join("");
}

/** Whether what came back with an item is what went out with it. */
function isAbout(data: unknown): data is About {
  const { source, of } = (data ?? {}) as Partial<About>;
  return typeof source === "string" && Array.isArray(of) && of.every((name) => typeof name === "string");
}

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  audience: CompletionItemKind.EnumMember,
  comment: CompletionItemKind.Snippet,
  heading: CompletionItemKind.Struct,
  session: CompletionItemKind.Event,
  day: CompletionItemKind.Constant,
  person: CompletionItemKind.Variable,
  affiliation: CompletionItemKind.Module,
  tag: CompletionItemKind.Keyword,
};
