import { rules } from "../../rules/index.js";
import type { Severity } from "../../rules/rule.js";
import type { ListFormat } from "./list.js";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** For code scanning: SARIF 2.1.0, with what each rule is about. */
export function sarifFormat(version: string): ListFormat {
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
    name: "sarif",
    head: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","results":[`,
    before: "\n",
    tail: () => "\n]}]}\n",
    result: (path, { line, column, endLine, endColumn, code, severity, message }) => {
      const region = { startLine: line, startColumn: column, endLine, endColumn };
      const uri = path.split(/[\\/]/).map(encodeURIComponent).join("/");
      return {
        ruleId: code,
        level: LEVELS[severity],
        message: { text: message },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
      };
    },
    isGrave: ({ level }) => level === "error" || level === "warning",
    read: (value) => readLog(value, version),
  };
}

/** The results of a log of ours. */
function readLog(value: unknown, version: string): readonly unknown[] | string | undefined {
  const { runs } = fieldsOf(value);
  if (!Array.isArray(runs)) return undefined;
  const { tool, results } = fieldsOf(runs[0]);
  const driver = fieldsOf(fieldsOf(tool).driver);
  if (runs.length !== 1 || driver.name !== "trip-report" || !Array.isArray(results))
    return "is SARIF of another program";
  return driver.version === version
    ? results
    : `was made by version ${String(driver.version)}, this is ${version}`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
