import { l10n } from "../../text/message.js";
import { FRONT_MATTER, type Template } from "./template.js";

export const customerVisit: Template = {
  name: "customer-visit",
  title: l10n.t("Customer visit"),
  summary: l10n.t("who was met, what they need, what was agreed"),
  text: `${FRONT_MATTER}
## Summary

- {{? What came of the visit}}

## People

- {{? Names and roles}}

## What they need

- {{? In their words}}

{{sections}}

## What was shown

- {{? And how it was received}}

## What was agreed

- {{? Who does what until when}}

## Action items

- [ ] {{? What to do next, and who does it}}
`,
};
