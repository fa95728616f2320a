import { rules } from "../../rules/index.js";
import type { Severity } from "../../rules/rule.js";
import { placeOf, type Reporter } from "./reporter.js";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** For code scanning: SARIF 2.1.0, with what each rule is about. */
export function sarifReporter(version: string): Reporter {
  let first = true;
  const driver = {
    name: "trip-report",
    version,
    rules: rules.map(({ code, severity, summary, docs }) => ({
      id: code,
      shortDescription: { text: summary },
      fullDescription: { text: docs.why },
      help: { text: `${docs.why}\n\n${docs.fix}` },
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
  return {
    start: () =>
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","results":[`,
    file: ({ path, text, diagnostics }) =>
      diagnostics
        .map((found) => {
          const { line, column, endLine, endColumn } = placeOf(found, text);
          const region = { startLine: line, startColumn: column, endLine, endColumn };
          const uri = path.split(/[\\/]/).map(encodeURIComponent).join("/");
          const result = {
            ruleId: found.code,
            level: LEVELS[found.severity],
            message: { text: found.message },
            locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
          };
          const comma = first ? "" : ",";
          first = false;
          return `${comma}\n${JSON.stringify(result)}`;
        })
        .join(""),
    end: () => "\n]}]}\n",
  };
}
