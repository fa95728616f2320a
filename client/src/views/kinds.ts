import { l10n, ThemeIcon } from "vscode";

const ICONS: Readonly<Record<string, string>> = {
  summary: "star-empty",
  keynote: "megaphone",
  breakout: "comment-discussion",
  panel: "organization",
  workshop: "tools",
  expo: "package",
  hallway: "coffee",
  logistics: "compass",
  followups: "checklist",
  group: "calendar",
};

/** The icon of a kind of section. It only repeats what `kindName` says. */
export function kindIcon(kind: string): ThemeIcon {
  return new ThemeIcon(ICONS[kind] ?? "note");
}

/** A kind of section in words. */
export function kindName(kind: string): string {
  switch (kind) {
    case "summary":
      return l10n.t("Summary");
    case "keynote":
      return l10n.t("Keynote");
    case "breakout":
      return l10n.t("Breakout");
    case "panel":
      return l10n.t("Panel");
    case "workshop":
      return l10n.t("Workshop");
    case "expo":
      return l10n.t("Expo");
    case "hallway":
      return l10n.t("Hallway");
    case "logistics":
      return l10n.t("Logistics");
    case "followups":
      return l10n.t("Follow-ups");
    case "group":
      return l10n.t("Group");
    default:
      return l10n.t("Topic");
  }
}
