import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import {
  type CommentForm,
  PRIVATE_PLACES_REQUEST,
  PRIVATE_REPORTS_REQUEST,
  type PrivateItem,
  type PrivatePlacesAnswer,
  type PrivateReport,
} from "../../../server/src/lsp/protocol.js";
import { line, pathOf, reportDetail, reportName } from "./group-label.js";
import { type GroupNode, goesTo, type ItemNode, type NoteNode, Tree, type ViewHost } from "./tree.js";

export type PrivateNode = ItemNode<PrivateReport, PrivateItem>;

const ICONS = { internal: "lock", suspect: "question", redacted: "eye-closed" } as const;

/** Internal comments, suspected ones and redacted markers by report. A report that is not open is read when it is expanded. */
export class PrivateView extends Tree<PrivateReport, PrivateItem> {
  /** How many suspected sentences were found in the reports that were expanded. */
  private readonly suspects = new Map<string, number>();

  constructor(host: ViewHost) {
    super("tripReport.private", host);
  }

  readonly byReport = true;

  protected askGroups(uris?: readonly string[]): Promise<readonly PrivateReport[]> {
    return this.host.server.request(PRIVATE_REPORTS_REQUEST, uris ? { uris } : {});
  }

  protected async askItems(
    group: GroupNode<PrivateReport>,
  ): Promise<readonly (PrivateNode | NoteNode<PrivateReport>)[]> {
    const { uri } = group.group;
    const places = await this.host.server.request<PrivatePlacesAnswer>(PRIVATE_PLACES_REQUEST, { uri });
    this.count(group, places);
    if (places && places.length > 0)
      return places.map((item) => ({ type: "item", key: item.key, item, group }));
    const text = places
      ? l10n.t("Nothing internal, suspected or redacted")
      : l10n.t("This report cannot be read any more");
    return [{ type: "note", key: uri, text, group }];
  }

  /** The words tell whether a comment counted from the top is the one that was shown. */
  protected override isSame(before: PrivateItem, now: PrivateItem): boolean {
    return before.what === now.what && before.words === now.words && before.form === now.form;
  }

  protected groupItem({ group }: GroupNode<PrivateReport>): TreeItem {
    const label = reportName(group);
    const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
    const suspects = this.suspects.get(group.uri) ?? 0;
    const counts = line(
      group.internal > 0 && l10n.t("{0} internal", group.internal),
      suspects > 0 && l10n.t("{0} suspected", suspects),
      group.redacted > 0 && l10n.t("{0} redacted", group.redacted),
    );
    const about = reportDetail(group, this.isAmbiguous(group));
    item.description = line(counts, about);
    item.iconPath = new ThemeIcon("notebook");
    item.tooltip = `${label}\n${pathOf(group.uri)}`;
    item.contextValue = "report";
    item.accessibilityInformation = { label: line(label, counts, about) };
    return item;
  }

  protected treeItem(node: PrivateNode): TreeItem {
    const { what, words, form, audience, why } = node.item;
    const name = whatName(what);
    const item = new TreeItem(words === "" ? name : words, TreeItemCollapsibleState.None);
    const about =
      what === "internal" ? line(form && FORM_NAMES[form](), audience) : what === "redacted" ? "" : name;
    item.description = about;
    item.iconPath = new ThemeIcon(ICONS[what]);
    item.tooltip = [name, what === "internal" ? about : why].filter((part) => part).join("\n");
    item.contextValue = what;
    item.command = goesTo(node);
    item.accessibilityInformation = { label: line(name, what === "internal" ? about : why, words) };
    return item;
  }

  /** Shows the counts of what was read; suspected sentences are known only then. */
  private count(node: GroupNode<PrivateReport>, places: PrivatePlacesAnswer): void {
    const count = (what: PrivateItem["what"]) => places?.filter((place) => place.what === what).length ?? 0;
    const { uri, internal, redacted } = node.group;
    const now = { internal: count("internal"), redacted: count("redacted") };
    const same = this.suspects.get(uri) ?? 0;
    if (same === count("suspect") && internal === now.internal && redacted === now.redacted) return;
    this.suspects.set(uri, count("suspect"));
    node.group = { ...node.group, ...now };
    this.changedGroup(node);
  }
}

function whatName(what: PrivateItem["what"]): string {
  if (what === "internal") return l10n.t("Internal comment");
  return what === "suspect" ? l10n.t("Suspected internal comment") : l10n.t("Redacted marker");
}

/** How an internal comment is written, in words. */
const FORM_NAMES: Readonly<Record<CommentForm, () => string>> = {
  container: () => l10n.t("block"),
  callout: () => l10n.t("callout"),
  inline: () => l10n.t("in the text"),
  tag: () => l10n.t("tag"),
  "html-comment": () => l10n.t("HTML comment"),
  section: () => l10n.t("section"),
  "front-matter": () => l10n.t("front matter"),
  criticmarkup: () => "CriticMarkup",
  obsidian: () => "Obsidian",
};
