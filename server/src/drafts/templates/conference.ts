import { l10n } from "../../text/message.js";
import { FRONT_MATTER, type Template } from "./template.js";

export const conference: Template = {
  name: "conference",
  title: l10n.t("Conference"),
  summary: l10n.t("several days of keynotes and sessions"),
  text: `${FRONT_MATTER}
## Executive Summary

- {{? The one thing to remember}}

{{days}}

{{sections}}

## Hallway track

- {{? Whom you met, and about what}}

## Action items

- [ ] {{? What to do next, and who does it}}
`,
};
