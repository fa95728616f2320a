import { commands, env, l10n, window } from "vscode";
import {
  type FollowUpItem,
  HEADING_ANCHOR_REQUEST,
  type PrivateItem,
  type SessionItem,
  type TextRange,
} from "../../../server/src/lsp/protocol.js";
import { runEdit } from "../apply-edits.js";
import { showPlace } from "../views/edit-report.js";
import type { FollowUpNode } from "../views/follow-ups-view.js";
import { pathOf } from "../views/group-label.js";
import type { Views } from "../views/index.js";
import type { PrivateNode } from "../views/private-view.js";
import type { SessionNode } from "../views/sessions-view.js";
import type { CommandContext } from "./context.js";

type Item = SessionItem | PrivateItem | FollowUpItem;
type Node = SessionNode | PrivateNode | FollowUpNode;
type ViewCommand = (node: unknown) => Promise<void>;

/** Goes to what a node of a view shows: the heading, the comment, the follow-up. */
export function goToPlace({ views }: CommandContext): ViewCommand {
  return async (node) => {
    const place = await placeOf(views, node);
    if (place) await showPlace(place.uri, place.range);
  };
}

/** Replaces the comment that a node shows by the marker, in its report. */
export const redactPlace = (context: CommandContext): ViewCommand => editPlace(context, "redactNow", false);

/** Says for whom the comment is that a node shows. */
export const changePlaceAudience = (context: CommandContext): ViewCommand =>
  editPlace(context, "changeAudience", false);

/** Makes the suspected sentence that a node shows an internal comment. */
export const markPlaceInternal = (context: CommandContext): ViewCommand =>
  editPlace(context, "markInternal", true);

/** Says in the report that the suspected sentence that a node shows may stay. */
export const ignoreSuspect = (context: CommandContext): ViewCommand =>
  editPlace(context, "waiveSuspect", false);

/** Puts a Markdown link to a session on the clipboard, with its path in the workspace. */
export function copySessionLink({ views, server }: CommandContext): ViewCommand {
  return async (node) => {
    if (!isNode(node) || !isSession(node)) return;
    const item = (await views.sessions.current(node))?.item;
    if (!item) return;
    const params = { uri: item.uri, position: item.range.start };
    const anchor = await server.request<string | null>(HEADING_ANCHOR_REQUEST, params);
    const target = encodeURI(pathOf(item.uri)).replace(/[()#?]/g, encodeURIComponent);
    const title = item.title.replace(/[[\]\\]/g, "\\$&");
    await env.clipboard.writeText(
      `[${title}](/${target}${anchor === null ? "" : `#${encodeURIComponent(anchor)}`})`,
    );
    window.setStatusBarMessage(l10n.t("The link is on the clipboard."), 3000);
  };
}

/** Publishes the report that a node stands for or in. */
export function publishReport(_: CommandContext): ViewCommand {
  return async (node) => {
    const uri = isNode(node) ? uriOf(node) : groupUri(node);
    if (uri !== undefined && (await showPlace(uri, TOP))) await commands.executeCommand("tripReport.publish");
  };
}

const TOP: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Shows the place in its report, so that what changes is seen and can be undone, and runs the command there. */
function editPlace(
  { views, server }: CommandContext,
  command: "redactNow" | "changeAudience" | "markInternal" | "waiveSuspect",
  select: boolean,
): ViewCommand {
  return async (node) => {
    const place = await placeOf(views, node);
    if (place && (await showPlace(place.uri, place.range, select))) await runEdit(server, command);
  };
}

/** Where a node stands now; undefined where it is gone, and the user is told. */
async function placeOf(
  views: Views,
  node: unknown,
): Promise<{ readonly uri: string; readonly range: TextRange } | undefined> {
  if (!isNode(node)) return undefined;
  const now = isSession(node)
    ? await views.sessions.current(node)
    : isPrivate(node)
      ? await views.private.current(node)
      : await views.followUps.current(node);
  return now && { uri: uriOf(now), range: now.item.range };
}

function uriOf(node: Node): string {
  return isPrivate(node) ? node.group.group.uri : node.item.uri;
}

function isNode(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "type" in node && node.type === "item";
}

function isSession(node: Node): node is SessionNode {
  return "kind" in (node.item satisfies Item);
}

function isPrivate(node: Node): node is PrivateNode {
  return "what" in node.item;
}

function groupUri(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null || !("group" in node)) return undefined;
  const { group } = node;
  return typeof group === "object" && group !== null && "uri" in group && typeof group.uri === "string"
    ? group.uri
    : undefined;
}
