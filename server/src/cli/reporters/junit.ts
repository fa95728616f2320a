import { isGrave } from "../found.js";
import type { Reporter } from "./reporter.js";

/** For build servers: JUnit XML, one suite a file, one case a finding. */
export function junitReporter(): Reporter {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="trip-report">\n',
    file({ path, found: all }) {
      const grave = all.filter(isGrave);
      const cases = grave.map((found) => {
        const { line, column } = found;
        const name = `${found.code} at ${line}:${column}`;
        const failure = `<failure type="${found.severity}" message="${xml(found.message)}"/>`;
        return `    <testcase classname="${xml(path)}" name="${xml(name)}">${failure}</testcase>\n`;
      });
      const clean = `    <testcase classname="${xml(path)}" name="check"/>\n`;
      const tests = Math.max(1, grave.length);
      return `  <testsuite name="${xml(path)}" tests="${tests}" failures="${grave.length}" errors="0">\n${cases.join("") || clean}  </testsuite>\n`;
    },
    end: () => "</testsuites>\n",
  };
}

/** Text as XML 1.0 can hold it: characters that it cannot are replaced. */
function xml(text: string): string {
  const named: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
  };
  return (
    text
      .toWellFormed()
      .replace(/[&<>"']/g, (character) => named[character]!)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
  );
}
