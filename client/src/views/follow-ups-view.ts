import {
  commands,
  l10n,
  type Memento,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from "vscode";
import {
  FOLLOW_UP_GROUPS_REQUEST,
  FOLLOW_UPS_REQUEST,
  type FollowUpGroup,
  type FollowUpGrouping,
  type FollowUpItem,
} from "../../../server/src/lsp/protocol.js";
import { changeReport } from "./edit-report.js";
import { line, pathOf, reportDetail, reportName } from "./group-label.js";
import { type GroupNode, goesTo, type ItemNode, Tree, type ViewHost } from "./tree.js";

export type FollowUpNode = ItemNode<FollowUpGroup, FollowUpItem>;

/** Where the workspace remembers how follow-ups are shown. */
const GROUPING = "followUps.grouping";
const OPEN_ONLY = "followUps.openOnly";

/** What is left to do in all reports, ticked off in place. */
export class FollowUpsView extends Tree<FollowUpGroup, FollowUpItem> {
  constructor(
    host: ViewHost,
    private readonly memory: Memento,
  ) {
    super("tripReport.followUps", host, { manageCheckboxStateManually: true });
    this.disposables.push(
      this.view.onDidChangeCheckboxState(({ items }) => {
        void this.tick(items.flatMap(([node]) => (node.type === "item" ? [node] : [])));
      }),
    );
    this.describe();
  }

  get grouping(): FollowUpGrouping {
    return this.memory.get<FollowUpGrouping>(GROUPING, "report");
  }

  get openOnly(): boolean {
    return this.memory.get(OPEN_ONLY, false);
  }

  async groupBy(by: FollowUpGrouping): Promise<void> {
    await this.memory.update(GROUPING, by);
    this.describe();
    this.refresh();
  }

  async showOpenOnly(openOnly: boolean): Promise<void> {
    await this.memory.update(OPEN_ONLY, openOnly);
    this.describe();
    this.refresh();
  }

  get byReport(): boolean {
    return this.grouping === "report";
  }

  protected askGroups(uris?: readonly string[]): Promise<readonly FollowUpGroup[]> {
    return this.host.server.request(FOLLOW_UP_GROUPS_REQUEST, { ...this.asked(), ...(uris ? { uris } : {}) });
  }

  protected async askItems(group: GroupNode<FollowUpGroup>): Promise<FollowUpNode[]> {
    const params = { ...this.asked(), group: group.key };
    const items = await this.host.server.request<readonly FollowUpItem[]>(FOLLOW_UPS_REQUEST, params);
    return items.map((item) => ({ type: "item", key: item.key, item, group }));
  }

  protected override isSame(before: FollowUpItem, now: FollowUpItem): boolean {
    return before.done === now.done;
  }

  protected groupItem({ group }: GroupNode<FollowUpGroup>): TreeItem {
    const { uri, open, done } = group;
    const label = uri === undefined ? (group.name ?? l10n.t("Nobody named")) : reportName(group);
    const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
    const counts = line(open > 0 && l10n.t("{0} open", open), done > 0 && l10n.t("{0} done", done));
    const about = uri === undefined ? "" : reportDetail(group, this.isAmbiguous(group));
    item.description = line(counts, about);
    item.iconPath = new ThemeIcon(uri === undefined ? "person" : "notebook");
    item.tooltip = uri === undefined ? label : `${label}\n${pathOf(uri)}`;
    item.contextValue = uri === undefined ? "group" : "report";
    item.accessibilityInformation = { label: line(label, counts, about) };
    return item;
  }

  protected treeItem(node: FollowUpNode): TreeItem {
    const { text, owner, done, report, section } = node.item;
    const item = new TreeItem(text, TreeItemCollapsibleState.None);
    const state = done ? l10n.t("done") : l10n.t("open");
    const ownerShown = this.byReport ? owner : undefined;
    item.description = line(ownerShown, this.byReport ? section : report);
    item.tooltip = [text, owner, section, report, state].filter((part) => part).join("\n");
    item.checkboxState = {
      state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip: done ? l10n.t("Not done yet") : l10n.t("Done"),
    };
    item.contextValue = "followUp";
    item.command = goesTo(node);
    item.accessibilityInformation = { label: line(text, state, owner, section, report) };
    return item;
  }

  /** Ticks follow-ups in their reports, one after the other, or takes the ticks away. */
  private async tick(nodes: readonly FollowUpNode[]): Promise<void> {
    for (const node of nodes) {
      const now = await this.current(node);
      if (now) await changeReport(this.host.server, now.item.uri, "followUp", now.item.range.start);
    }
    // What was refused, or is gone, has its old box again.
    this.refresh();
  }

  private asked() {
    return { by: this.grouping, openOnly: this.openOnly };
  }

  private describe(): void {
    const by = this.byReport ? l10n.t("by report") : l10n.t("by owner");
    this.view.description = line(by, this.openOnly && l10n.t("open only"));
    void commands.executeCommand("setContext", "tripReport.followUpsOpenOnly", this.openOnly);
  }
}
