import {
  type Command,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type TreeViewOptions,
  window,
} from "vscode";
import {
  VIEWS_CHANGED_NOTIFICATION,
  type ViewGroup,
  type ViewsChangedParams,
} from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import { reportName } from "./group-label.js";

export interface GroupNode<G> {
  readonly type: "group";
  readonly key: string;
  group: G;
}

export interface ItemNode<G, I> {
  readonly type: "item";
  readonly key: string;
  readonly item: I;
  readonly group: GroupNode<G>;
  /** What it stands in, where that is another item. */
  readonly parent?: ItemNode<G, I>;
}

/** A line that says why there is nothing to show. */
export interface NoteNode<G> {
  readonly type: "note";
  readonly key: string;
  readonly text: string;
  readonly group: GroupNode<G>;
}

export type ViewNode<G, I> = GroupNode<G> | ItemNode<G, I> | NoteNode<G>;

/** What views work with. */
export interface ViewHost {
  readonly server: ReportServer;
  readonly log: LogOutputChannel;
}

/**
 * A tree of groups and what is in them, asked of the server level by level as it is opened. Nothing is asked for while
 * the view is hidden. What is open stays open: each node keeps its key.
 */
export abstract class Tree<G extends ViewGroup, I> implements TreeDataProvider<ViewNode<G, I>>, Disposable {
  private readonly changed = new EventEmitter<ViewNode<G, I> | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: TreeView<ViewNode<G, I>>;
  /** The groups that are shown now. */
  protected readonly groups = new Map<string, GroupNode<G>>();
  protected readonly disposables: Disposable[];
  private readonly names = new Map<string, number>();
  private stale = false;

  constructor(
    id: string,
    protected readonly host: ViewHost,
    options: Partial<TreeViewOptions<ViewNode<G, I>>> = {},
  ) {
    this.view = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true, ...options });
    this.disposables = [
      this.changed,
      this.view,
      host.server.onNotification<ViewsChangedParams>(VIEWS_CHANGED_NOTIFICATION, (params) =>
        this.update(params),
      ),
      host.server.onDidRestart(() => this.refresh()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.stale) this.refresh();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** The groups; of some reports only where `uris` says so. */
  protected abstract askGroups(uris?: readonly string[]): Promise<readonly G[]>;
  protected abstract askItems(group: GroupNode<G>): Promise<readonly (ItemNode<G, I> | NoteNode<G>)[]>;
  protected abstract groupItem(node: GroupNode<G>): TreeItem;
  protected abstract treeItem(node: ItemNode<G, I>): TreeItem;
  protected childrenOf(_node: ItemNode<G, I>): readonly ItemNode<G, I>[] {
    return [];
  }
  /** Whether each group is a report, so that one changed report changes one group. */
  abstract get byReport(): boolean;

  /** Shows everything anew, when it is seen next. */
  refresh(): void {
    this.stale = !this.view.visible;
    if (!this.stale) this.changed.fire(undefined);
  }

  async getChildren(node?: ViewNode<G, I>): Promise<ViewNode<G, I>[]> {
    try {
      if (node?.type === "item") return [...this.childrenOf(node)];
      if (node?.type === "note") return [];
      return [...(node ? await this.askItems(node) : await this.rootNodes())];
    } catch (error) {
      this.host.log.error("A view could not be filled", String(error));
      return [];
    }
  }

  getTreeItem(node: ViewNode<G, I>): TreeItem {
    if (node.type === "group") return identified(this.groupItem(node), `group:${node.key}`);
    if (node.type === "item") return identified(this.treeItem(node), node.key);
    const note = new TreeItem(node.text, TreeItemCollapsibleState.None);
    note.iconPath = new ThemeIcon("info");
    return identified(note, `note:${node.key}`);
  }

  getParent(node: ViewNode<G, I>): ViewNode<G, I> | undefined {
    if (node.type === "group") return undefined;
    return node.type === "item" ? (node.parent ?? node.group) : node.group;
  }

  /** A node as it is now, for what it showed may have moved since; undefined where it is gone, and the user is told. */
  async current(node: ItemNode<G, I>): Promise<ItemNode<G, I> | undefined> {
    const items = await this.getChildren(node.group);
    const found = this.find(items, (one) => one.key === node.key);
    if (found && this.isSame(node.item, found.item)) return found;
    void window.showInformationMessage(l10n.t("This is no longer in the report."));
    this.refresh();
    return undefined;
  }

  /** Whether what has the same key is the same still. */
  protected isSame(_before: I, _now: I): boolean {
    return true;
  }

  /** The first node, from top to bottom, that something holds for. */
  protected find(
    nodes: readonly ViewNode<G, I>[],
    holds: (node: ItemNode<G, I>) => boolean,
  ): ItemNode<G, I> | undefined {
    for (const node of nodes) {
      if (node.type !== "item") continue;
      const found = holds(node) ? node : this.find(this.childrenOf(node), holds);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether another group has the same name. */
  protected isAmbiguous(group: G): boolean {
    return (this.names.get(reportName(group)) ?? 0) > 1;
  }

  /** Has one group shown anew. */
  protected changedGroup(node: GroupNode<G>): void {
    this.changed.fire(node);
  }

  private async rootNodes(): Promise<readonly GroupNode<G>[]> {
    const groups = await this.askGroups();
    this.groups.clear();
    this.names.clear();
    for (const group of groups) {
      this.groups.set(group.key, { type: "group", key: group.key, group });
      this.names.set(reportName(group), (this.names.get(reportName(group)) ?? 0) + 1);
    }
    return [...this.groups.values()];
  }

  private async update({ changed, listed }: ViewsChangedParams): Promise<void> {
    if (!this.view.visible) {
      this.stale = true;
      return;
    }
    if (listed || !this.byReport) return this.refresh();
    try {
      const groups = await this.askGroups(changed);
      const there = new Set(groups.map(({ key }) => key));
      // A report that a filter shows now, or no longer, changes the list.
      if (changed.some((uri) => there.has(uri) !== this.groups.has(uri))) return this.refresh();
      for (const group of groups) {
        const node = this.groups.get(group.key);
        if (!node) continue;
        node.group = group;
        this.changed.fire(node);
      }
    } catch (error) {
      this.host.log.error("A view could not be updated", String(error));
    }
  }
}

/** What a click on a node does. */
export function goesTo(node: object): Command {
  return { command: "tripReport.goToPlace", title: l10n.t("Go to Place"), arguments: [node] };
}

function identified(item: TreeItem, id: string): TreeItem {
  item.id = id;
  return item;
}
