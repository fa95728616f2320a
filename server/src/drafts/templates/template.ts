import type { Message } from "../../text/message.js";
/** What new reports are made of. */
export interface Template {
  /** By which it is named on the command line. */
  readonly name: string;
  readonly title: Message;
  /** What it is for, in a few words. */
  readonly summary: Message;
  /** Markdown with variables. */
  readonly text: string;
}

/** Front matter as every built-in template has it. */
export const FRONT_MATTER = `---
type: trip-report
title: "Trip report: {{event}}"
event: {{event}}
location: {{location}}
dates: {{dates}}
authors: {{authors}}
audience: {{audience}}
status: draft
---

# Trip report: {{event}}
`;
