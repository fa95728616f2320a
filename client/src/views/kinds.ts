import { l10n, ThemeIcon } from "vscode";
import type { SectionKind } from "../../../server/src/lsp/protocol.js";

interface ShownKind {
  readonly name: () => string;
  /** It only repeats what the name says. */
  readonly icon: string;
}

/** How each kind of section is shown; a test holds that the names are those of `report/kind-table.ts`. */
const KINDS: Readonly<Record<SectionKind, ShownKind>> = {
  summary: { name: () => l10n.t("Summary"), icon: "star-empty" },
  keynote: { name: () => l10n.t("Keynote"), icon: "megaphone" },
  breakout: { name: () => l10n.t("Talk"), icon: "comment-discussion" },
  panel: { name: () => l10n.t("Panel"), icon: "organization" },
  workshop: { name: () => l10n.t("Workshop"), icon: "tools" },
  expo: { name: () => l10n.t("Expo"), icon: "package" },
  hallway: { name: () => l10n.t("Hallway"), icon: "coffee" },
  logistics: { name: () => l10n.t("Logistics"), icon: "compass" },
  followups: { name: () => l10n.t("Follow-ups"), icon: "checklist" },
  group: { name: () => l10n.t("Group"), icon: "calendar" },
  topic: { name: () => l10n.t("Topic"), icon: "note" },
};

/** The icon of a kind of section. */
export function kindIcon(kind: string): ThemeIcon {
  return new ThemeIcon(shown(kind).icon);
}

/** A kind of section in words. */
export function kindName(kind: string): string {
  return shown(kind).name();
}

function shown(kind: string): ShownKind {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as SectionKind] : KINDS.topic;
}
