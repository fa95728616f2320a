import { l10n } from "../../text/message.js";
import { FRONT_MATTER, type Template } from "./template.js";

export const committee: Template = {
  name: "committee",
  title: l10n.t("Committee meeting"),
  summary: l10n.t("a standards or programme committee: papers, discussion, decisions"),
  text: `${FRONT_MATTER}
## Summary

- {{? What was decided that matters to us}}

## Participants

- {{? Who was there, and for whom}}

{{days}}

{{sections}}

## Decisions

- {{? What was decided, and how the votes went}}

## Next meeting

- {{? When and where}}

## Action items

- [ ] {{? What to do next, and who does it}}
`,
};
