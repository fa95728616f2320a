import { l10n } from "../../text/message.js";
import { FRONT_MATTER, type Template } from "./template.js";

export const oneDay: Template = {
  name: "one-day",
  title: l10n.t("One-day event"),
  summary: l10n.t("a meetup or a summit of one day"),
  text: `${FRONT_MATTER}
## Executive Summary

- {{? The one thing to remember}}

## Keynote

- {{? Who spoke, and about what}}

## Sessions

- {{? What was said, and by whom}}

{{sections}}

## Action items

- [ ] {{? What to do next, and who does it}}
`,
};
