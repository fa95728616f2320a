import { l10n } from "../text/message.js";

/** Where in a heading speakers stand, and how that is said. */
export const SPEAKER_PLACES = {
  parentheses: l10n.t("speakers in parentheses"),
  by: l10n.t("speakers behind “by”"),
  dash: l10n.t("speakers behind a dash"),
  bars: l10n.t("speakers between bars"),
  colon: l10n.t("speakers behind a colon"),
  comma: l10n.t("speakers behind a comma"),
  first: l10n.t("speakers before the title"),
  on: l10n.t("speakers before “on”"),
  kind: l10n.t("speakers behind the kind"),
  whole: l10n.t("the whole heading is a name"),
} as const;

export type SpeakerPlace = keyof typeof SPEAKER_PLACES;
