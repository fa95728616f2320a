import pc from "picocolors";
import type { Severity } from "../../rules/rule.js";
import { printable } from "../io.js";
import type { Counts, Reporter } from "./reporter.js";

/** For people: grouped by file, with a line that sums up. */
export function textReporter(colour: boolean): Reporter {
  const { bold, dim, red, yellow, blue } = pc.createColors(colour);
  const tint: Readonly<Record<Severity, (text: string) => string>> = {
    error: red,
    warning: yellow,
    information: blue,
    hint: dim,
  };
  const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  return {
    start: () => "",
    file({ path, found: all }) {
      files++;
      if (all.length === 0) return "";
      const rows = all.map((found) => {
        counts[found.severity]++;
        const { line, column } = found;
        const place = dim(`${line}:${column}`.padStart(8));
        return `${place}  ${tint[found.severity](found.severity.padEnd(11))}  ${printable(found.message)}  ${dim(found.code)}`;
      });
      return `${bold(printable(path))}\n${rows.join("\n")}\n\n`;
    },
    end() {
      if (files === 0) return "";
      const { error, warning, information, hint } = counts;
      const said = [
        number(files, "report"),
        "checked:",
        `${number(error, "error")},`,
        `${number(warning, "warning")},`,
        number(information + hint, "note"),
      ];
      return `${said.join(" ")}\n`;
    },
  };
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
