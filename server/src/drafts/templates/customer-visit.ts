import { FRONT_MATTER, type Template } from "./template.js";

export const customerVisit: Template = {
  name: "customer-visit",
  title: "Customer visit",
  summary: "who was met, what they need, what was agreed",
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
