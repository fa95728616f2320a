import type { Analysis } from "../analysis.js";
import type { Config, Severity } from "../config.js";
import { rules } from "../rules/index.js";
import type { Finding, Rule, RuleInput } from "../rules/rule.js";

/** A finding with the rule's code and the severity that holds under the configuration. */
export interface Diagnostic extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

export interface DiagnosticsOptions {
  readonly config: Config;
  /** Who will read the file, where that is not what the file says. */
  readonly audience?: string;
  /** Told when a rule crashes; the others go on. */
  readonly onCrash?: (rule: string, error: unknown) => void;
}

/** All findings about a report in the order of their places. */
export function diagnostics(analysis: Analysis, options: DiagnosticsOptions): Diagnostic[] {
  const { report, text, format } = analysis;
  const { config } = options;
  const input: RuleInput = {
    report,
    text: text.content,
    format,
    audiences: config.audiences,
    audience: options.audience ?? report.audience,
  };
  return rules
    .flatMap((rule) => findingsOf(rule, input, options))
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.code < b.code ? -1 : 1));
}

function findingsOf(rule: Rule, input: RuleInput, { config, onCrash }: DiagnosticsOptions): Diagnostic[] {
  const severity = config.rules[rule.code] ?? rule.severity;
  if (severity === "off") return [];
  try {
    return [...rule.check(input)].map((finding) => ({ ...finding, code: rule.code, severity }));
  } catch (error) {
    onCrash?.(rule.code, error);
    return [];
  }
}
