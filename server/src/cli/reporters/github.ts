import type { Severity } from "../../rules/rule.js";
import type { Reporter } from "./reporter.js";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** For GitHub Actions: workflow commands, which become annotations. */
export function githubReporter(): Reporter {
  return {
    start: () => "",
    file: ({ path, found: all }) =>
      all
        .map((found) => {
          const { line, column, endLine, endColumn } = found;
          const where = `file=${property(path)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`;
          return `::${COMMANDS[found.severity]} ${where},title=${property(found.code)}::${data(found.message)}\n`;
        })
        .join(""),
    end: () => "",
  };
}

/** Escapes as the runner's own toolkit does: what a file is called must not become a command. */
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
