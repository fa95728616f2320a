import { type DataTransfer, DataTransferItem, l10n, type TreeDragAndDropController, window } from "vscode";
import type { SessionGroup, SessionItem } from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import { changeReport } from "./edit-report.js";
import type { SessionNode, SessionsView } from "./sessions-view.js";
import type { ViewNode } from "./tree.js";

type Node = ViewNode<SessionGroup, SessionItem>;

const MIME = "application/vnd.code.tree.tripreport.sessions";

/**
 * Moves a session to where it is dropped: on another one to its place, on a group to its end, on the report behind
 * all others.
 */
export class SessionDrag implements TreeDragAndDropController<Node> {
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];
  view: SessionsView | undefined;

  constructor(private readonly server: ReportServer) {}

  handleDrag([node]: readonly Node[], transfer: DataTransfer): void {
    // Keys only: nodes do not outlive a refresh.
    if (node?.type === "item")
      transfer.set(MIME, new DataTransferItem(JSON.stringify([node.item.uri, node.key])));
  }

  async handleDrop(target: Node | undefined, transfer: DataTransfer): Promise<void> {
    const { view } = this;
    const [uri, key] = keysIn(transfer.get(MIME)?.value);
    if (!view || !target || target.type === "note" || uri === undefined || key === undefined) return;
    if (!view.byReport || (target.type === "group" ? target.key : target.item.uri) !== uri) {
      void window.showInformationMessage(
        l10n.t("Sessions are moved where they are grouped by report, within their report."),
      );
      return;
    }
    const source = await view.node(uri, [key]);
    const beside =
      target.type === "item" ? await view.node(uri, [target.key]) : (await view.topItems(target)).at(-1);
    if (!source || !beside || source.key === beside.key) return;
    const heading = beside.item.range.start;
    await changeReport(this.server, source.item.uri, "moveSection", source.item.range.start, {
      target: { place: placeFor(source, beside, target.type === "group"), heading },
    });
  }
}

function placeFor(source: SessionNode, beside: SessionNode, onReport: boolean): "before" | "after" | "into" {
  if (onReport) return "after";
  if (beside.item.kind === "group" && source.item.kind !== "group") return "into";
  // What is dragged down goes behind, what is dragged up before: it takes the place that it is dropped on.
  return source.item.range.start.line < beside.item.range.start.line ? "after" : "before";
}

function keysIn(value: unknown): readonly [uri?: string, key?: string] {
  if (typeof value !== "string") return [];
  try {
    const parts: unknown = JSON.parse(value);
    if (!Array.isArray(parts)) return [];
    const [uri, key]: readonly unknown[] = parts;
    return typeof uri === "string" && typeof key === "string" ? [uri, key] : [];
  } catch {
    return [];
  }
}
