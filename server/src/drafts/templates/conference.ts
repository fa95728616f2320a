import { FRONT_MATTER, type Template } from "./template.js";

export const conference: Template = {
  name: "conference",
  title: "Conference",
  summary: "several days of keynotes and sessions",
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
