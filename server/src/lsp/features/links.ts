import {
  type CancellationToken,
  type CompletionItem,
  type DocumentHighlight,
  type Location,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { LONGEST_LINE } from "../../links/patience.js";
import type { FeatureContext } from "../feature.js";
import { plainEdit } from "./link-edits.js";
import type { LinkService } from "./link-service.js";

/** Where the heading, the link definition or the file is that a place names; none where it names none. */
export async function linkDefinitions(
  context: FeatureContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<Location[]> {
  return (await about(context, uri, token, (links) => links.definition(uri, position, token))) ?? [];
}

/** The links to what a place names, in all Markdown files of the workspace. */
export async function linkReferences(
  context: FeatureContext,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
  token: CancellationToken,
): Promise<Location[]> {
  const found = await about(context, uri, token, (links) =>
    links.references(uri, position, includeDeclaration, token),
  );
  return found ?? [];
}

/** Where a document says again what a place in it names. */
export async function linkHighlights(
  context: FeatureContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<DocumentHighlight[]> {
  return (await about(context, uri, token, (links) => links.highlights(uri, position, token))) ?? [];
}

/** What would be renamed at a place, and its name now; undefined where nothing of ours can be. */
export async function linkPrepareRename(
  context: FeatureContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<{ range: Range; placeholder: string } | undefined> {
  return about(context, uri, token, (links) => links.prepareRename(uri, position, token));
}

/**
 * The edit that gives a heading, a link definition or a linked file another name, with all links to it. Undefined
 * where nothing can be renamed, where a file would leave the workspace, and where the client cannot move files.
 */
export async function linkRename(
  context: FeatureContext,
  uri: string,
  position: Position,
  name: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  const edit = await about(context, uri, token, (links) => links.rename(uri, position, name, token));
  return edit && fitting(context, edit);
}

/** Paths, headings and link definitions for the link that is being written at a place. */
export async function linkCompletions(
  context: FeatureContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  const text = context.store.get(uri)?.text;
  const start = text?.lineStart(position.line) ?? 0;
  const before = text?.content.slice(start, start + Math.min(position.character, LONGEST_LINE + 1)) ?? "";
  // Asked at every letter: elsewhere the library is not even loaded.
  if (before.length > LONGEST_LINE || !/\]\(|\][:[]|=["']/.test(before)) return [];
  const items = (await about(context, uri, token, (links) => links.completions(uri, position, token))) ?? [];
  const inserts = context.client.textDocument?.completion?.completionItem?.insertReplaceSupport === true;
  return inserts ? items : items.map(replaced);
}

/** An edit in the form that the client knows; undefined where it knows none. */
export function fitting({ client }: FeatureContext, edit: WorkspaceEdit): WorkspaceEdit | undefined {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  const moves = edit.documentChanges?.some((change) => !("edits" in change)) === true;
  if (moves && !(documentChanges && resourceOperations?.includes("rename"))) return undefined;
  return documentChanges ? edit : plainEdit(edit);
}

/** Asks the service about a document; undefined where it is no report. */
async function about<T>(
  context: FeatureContext,
  uri: string,
  token: CancellationToken,
  question: (links: LinkService) => Promise<T | undefined>,
): Promise<T | undefined> {
  return (await context.report(uri)) ? ask(context, token, question) : undefined;
}

/** Asks the service for links; undefined where there is none. A question taken back ends as the protocol has it. */
export async function ask<T>(
  { links }: FeatureContext,
  token: CancellationToken,
  question: (links: LinkService) => Promise<T | undefined>,
): Promise<T | undefined> {
  if (!links) return undefined;
  const answer = await question(await links());
  // The library ends early with an answer that looks like a real one.
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  return answer;
}

/** A completion for clients that can only replace. */
function replaced({ textEdit, ...item }: CompletionItem): CompletionItem {
  if (!textEdit || "range" in textEdit) return { ...item, ...(textEdit ? { textEdit } : {}) };
  return { ...item, textEdit: { range: textEdit.insert, newText: textEdit.newText } };
}
