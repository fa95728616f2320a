import { l10n } from "../../text/message.js";
import { FRONT_MATTER, type Template } from "./template.js";

export const training: Template = {
  name: "training",
  title: l10n.t("Training"),
  summary: l10n.t("a course or a workshop: what was taught, and what it is good for"),
  text: `${FRONT_MATTER}
## Summary

- {{? Who should take this course, and who need not}}

## What was taught

- {{? The subjects, in their order}}

{{sections}}

## What to use at work

- {{? What can be used at once}}

## Exercises and material

- {{? Where slides, code and notes are}}

## Action items

- [ ] {{? What to try next, and who does it}}
`,
};
