import { l10n } from "../text/message.js";

/** Where in a heading speakers stand. */
const SPEAKER_RULES = [
  l10n.t("speakers in parentheses"),
  l10n.t("speakers behind “by”"),
  l10n.t("speakers behind a dash"),
  l10n.t("speakers between bars"),
  l10n.t("speakers behind a colon"),
  l10n.t("speakers behind a comma"),
  l10n.t("speakers before the title"),
  l10n.t("speakers before “on”"),
  l10n.t("speakers behind the kind"),
  l10n.t("the whole heading is a name"),
] as const;

export type SpeakerRule = (typeof SPEAKER_RULES)[number];
