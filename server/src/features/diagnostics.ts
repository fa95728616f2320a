import type { Analysis } from "../analysis.js";
import type { Config } from "../config.js";
import { allSections } from "../report/model.js";
import type { KnownNames, Spellings } from "../report/spellings.js";
import type { Terms } from "../report/suspects-terms.js";
import { rules } from "../rules/index.js";
import type { Credential, Rule, RuleInput } from "../rules/rule.js";
import type { Diagnostic } from "./diagnostic.js";
import { applyWaivers } from "./waivers.js";

export interface DiagnosticsOptions {
  readonly config: Config;
  /** Who will read the file, where that is not what the file says. */
  readonly audience?: string;
  /** How often each speaker is named in all reports at hand. */
  readonly names?: KnownNames;
  /** How they usually spell a name, where that is known already. */
  readonly usual?: Spellings;
  /** Keys, tokens and passwords in the text, where they were looked for. */
  readonly credentials?: readonly Credential[];
  /** The configured terms, compiled. */
  readonly terms?: Terms;
  /** Told when a rule crashes; the others go on. */
  readonly onCrash?: (rule: string, error: unknown) => void;
}

/** All findings about a report that are not waived, in the order of their places. Asked again for the same, nothing is done again. */
export function diagnostics(analysis: Analysis, options: DiagnosticsOptions): Diagnostic[] {
  const { config, audience, names, usual, credentials, terms } = options;
  const asked = [analysis.report, config, audience, names, usual, credentials, terms];
  const same = (a: readonly unknown[], b: readonly unknown[]) => a.every((part, at) => part === b[at]);
  return analysis.remembered.get("findings", asked, same, () => diagnosticsOf(rules, analysis, options));
}

/** The findings of some rules only. */
export function diagnosticsOf(
  rules: readonly Rule[],
  analysis: Analysis,
  options: DiagnosticsOptions,
): Diagnostic[] {
  const { report, text, format, syntax, remembered } = analysis;
  const { config } = options;
  const input: RuleInput = {
    report,
    sections: allSections(report.sections),
    text: text.content,
    remembered,
    format,
    audiences: config.audiences,
    audience: options.audience ?? report.audience,
    ...(options.names ? { names: options.names } : {}),
    ...(options.usual ? { usual: options.usual } : {}),
    ...(options.terms && !options.terms.none
      ? { terms: { terms: options.terms, blocks: syntax.blocks } }
      : {}),
    ...(options.credentials ? { credentials: options.credentials } : {}),
  };
  const found = rules.flatMap((rule) => findingsOf(rule, input, options));
  const shown = applyWaivers(analysis, found).flatMap((diagnostic) => configured(diagnostic, config));
  return shown.sort(byPlace);
}

/** The order of findings. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.from - b.from || a.to - b.to || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function findingsOf(rule: Rule, input: RuleInput, { config, onCrash }: DiagnosticsOptions): Diagnostic[] {
  if (config.rules[rule.code] === "off") return [];
  try {
    return [...rule.check(input)].map((finding) => ({
      severity: rule.severity,
      ...finding,
      code: rule.code,
    }));
  } catch (error) {
    onCrash?.(rule.code, error);
    return [];
  }
}

/** The diagnostic with its configured severity, or none where it is switched off. */
function configured(diagnostic: Diagnostic, config: Config): Diagnostic[] {
  const severity = config.rules[diagnostic.code];
  if (severity === "off") return [];
  return [severity === undefined ? diagnostic : { ...diagnostic, severity }];
}
