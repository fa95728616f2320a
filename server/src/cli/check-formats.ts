import pc from "picocolors";
import type { Severity } from "../config.js";
import type { Diagnostic } from "../features/diagnostics.js";
import type { Text } from "../text/text.js";
import { printable } from "./io.js";

/** A file and what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: Text;
  readonly diagnostics: readonly Diagnostic[];
}

export type CheckFormat = "text" | "json";

/** How findings are printed: one function a format. */
export const checkFormats: Readonly<
  Record<CheckFormat, (files: readonly CheckedFile[], colour: boolean) => string>
> = {
  text: asText,
  json: asJson,
};

function asText(files: readonly CheckedFile[], colour: boolean): string {
  const { bold, dim, red, yellow, blue } = pc.createColors(colour);
  const tint: Readonly<Record<Severity, (text: string) => string>> = {
    error: red,
    warning: yellow,
    information: blue,
    hint: dim,
  };
  const rows: string[] = [];
  for (const { path, text, diagnostics } of files) {
    if (diagnostics.length === 0) continue;
    rows.push(bold(printable(path)));
    for (const { from, severity, message, code } of diagnostics) {
      const { line, column } = text.positionAt(from);
      const place = `${line + 1}:${column + 1}`.padStart(8);
      rows.push(`${dim(place)}  ${tint[severity](severity.padEnd(11))}  ${printable(message)}  ${dim(code)}`);
    }
    rows.push("");
  }
  if (files.length > 0) rows.push(summary(files));
  return rows.length > 0 ? `${rows.join("\n")}\n` : "";
}

function summary(files: readonly CheckedFile[]): string {
  const all = files.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity) => all.filter((item) => item.severity === severity).length;
  const reports = files.length === 1 ? "1 report" : `${files.length} reports`;
  return `${reports} checked: ${count("error")} errors, ${count("warning")} warnings, ${count("information") + count("hint")} notes`;
}

function asJson(files: readonly CheckedFile[]): string {
  const findings = files.flatMap(({ path, text, diagnostics }) =>
    diagnostics.map(({ from, to, code, severity, message }) => {
      const start = text.positionAt(from);
      const end = text.positionAt(to);
      return {
        file: path,
        line: start.line + 1,
        column: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
        code,
        severity,
        message,
      };
    }),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}
