import type { Finding, Severity } from "../rules/rule.js";

/** A finding with the rule's code and the severity that holds under the configuration. */
export interface Diagnostic extends Finding {
  readonly code: string;
  readonly severity: Severity;
}
