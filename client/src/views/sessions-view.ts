import { commands, l10n, type Memento, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import {
  SESSION_GROUPS_REQUEST,
  SESSIONS_REQUEST,
  type SessionGroup,
  type SessionGrouping,
  type SessionItem,
} from "../../../server/src/lsp/protocol.js";
import { dayName, line, pathOf, reportDetail, reportName } from "./group-label.js";
import { kindIcon, kindName } from "./kinds.js";
import { SessionDrag } from "./session-drag.js";
import { type GroupNode, goesTo, type ItemNode, Tree, type ViewHost } from "./tree.js";

export type SessionNode = ItemNode<SessionGroup, SessionItem>;

const ID = "tripReport.sessions";
/** Where the workspace remembers how sessions are grouped. */
const GROUPING = "sessions.grouping";

/** The sessions of all reports: grouped, filtered, dragged to another place of their report. */
export class SessionsView extends Tree<SessionGroup, SessionItem> {
  private filterText = "";

  constructor(
    host: ViewHost,
    private readonly memory: Memento,
  ) {
    const drag = new SessionDrag(host.server);
    super(ID, host, { dragAndDropController: drag });
    drag.view = this;
    this.describe();
  }

  get grouping(): SessionGrouping {
    return this.memory.get<SessionGrouping>(GROUPING, "report");
  }

  get filter(): string {
    return this.filterText;
  }

  async groupBy(by: SessionGrouping): Promise<void> {
    await this.memory.update(GROUPING, by);
    this.describe();
    this.refresh();
  }

  /** Shows only what has all these words; everything for none. */
  async filterBy(text: string): Promise<void> {
    this.filterText = text.trim();
    this.view.message = this.filterText === "" ? "" : l10n.t("Only what has “{0}”", this.filterText);
    await commands.executeCommand("setContext", "tripReport.sessionsFiltered", this.filterText !== "");
    this.refresh();
  }

  /** The node of a section, given the keys from its group down, loading what was not shown yet. */
  async node(group: string, path: readonly string[]): Promise<SessionNode | undefined> {
    if (!this.groups.has(group)) await this.getChildren();
    const root = this.groups.get(group);
    const key = path.at(-1);
    return root && this.find(await this.getChildren(root), (one) => one.key === key);
  }

  /** What is in a group, from top to bottom, with what is below it. */
  async topItems(group: GroupNode<SessionGroup>): Promise<readonly SessionNode[]> {
    return (await this.getChildren(group)).filter((one) => one.type === "item");
  }

  get byReport(): boolean {
    return this.grouping === "report";
  }

  protected askGroups(uris?: readonly string[]): Promise<readonly SessionGroup[]> {
    return this.host.server.request(SESSION_GROUPS_REQUEST, { ...this.asked(), ...(uris ? { uris } : {}) });
  }

  protected async askItems(group: GroupNode<SessionGroup>): Promise<SessionNode[]> {
    const params = { ...this.asked(), group: group.key };
    const items = await this.host.server.request<readonly SessionItem[]>(SESSIONS_REQUEST, params);
    return items.map((item) => ({ type: "item", key: item.key, item, group }));
  }

  protected override childrenOf(node: SessionNode): readonly SessionNode[] {
    const { group, item } = node;
    return item.children.map((child) => ({ type: "item", key: child.key, item: child, group, parent: node }));
  }

  protected groupItem({ group }: GroupNode<SessionGroup>): TreeItem {
    const { count, uri, event } = group;
    const label = this.groupName(group);
    const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
    const sections = count === 1 ? l10n.t("1 section") : l10n.t("{0} sections", count);
    const about = uri === undefined ? (event ?? "") : reportDetail(group, this.isAmbiguous(group));
    item.description = line(about, sections);
    item.iconPath = this.groupIcon(group);
    item.contextValue = uri === undefined ? "group" : "report";
    item.tooltip = uri === undefined ? label : `${label}\n${pathOf(uri)}`;
    item.accessibilityInformation = { label: line(label, about, sections) };
    return item;
  }

  protected treeItem(node: SessionNode): TreeItem {
    const { title, kind, day, time, speakers, report, children, private: hidden } = node.item;
    const label = title === "" ? l10n.t("(untitled)") : title;
    const state = children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
    const item = new TreeItem(label, state);
    const when = line(day && dayName(day), time);
    const internal = hidden && l10n.t("internal");
    const kindShown = this.grouping === "kind" ? undefined : kindName(kind);
    item.description = line(kindShown, time, speakers.join(", "), !this.byReport && report, internal);
    item.iconPath = kindIcon(kind);
    item.tooltip = [label, kindName(kind), when, speakers.join(", "), report, internal]
      .filter((part) => part)
      .join("\n");
    item.contextValue = "session";
    item.command = goesTo(node);
    item.accessibilityInformation = {
      label: line(label, kindName(kind), when, speakers.join(", "), !this.byReport && report, internal),
    };
    return item;
  }

  private groupName(group: SessionGroup): string {
    const { name } = group;
    switch (this.grouping) {
      case "day":
        return name === undefined ? l10n.t("No day") : dayName(name);
      case "kind":
        return kindName(name ?? "");
      case "speaker":
        return name ?? l10n.t("No speaker");
      default:
        return reportName(group);
    }
  }

  private groupIcon({ name }: SessionGroup): ThemeIcon {
    switch (this.grouping) {
      case "day":
        return new ThemeIcon("calendar");
      case "kind":
        return kindIcon(name ?? "");
      case "speaker":
        return new ThemeIcon("person");
      default:
        return new ThemeIcon("notebook");
    }
  }

  private asked() {
    return { by: this.grouping, ...(this.filterText === "" ? {} : { filter: this.filterText }) };
  }

  private describe(): void {
    const names = {
      report: l10n.t("by report"),
      day: l10n.t("by day"),
      kind: l10n.t("by kind"),
      speaker: l10n.t("by speaker"),
    };
    this.view.description = names[this.grouping];
  }
}
