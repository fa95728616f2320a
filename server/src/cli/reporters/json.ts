import { isGrave } from "../found.js";
import type { ListFormat } from "./list.js";

/** For tools: one array of findings. Source: the interface's section 1. */
export function jsonFormat(): ListFormat {
  return {
    name: "json",
    head: "[",
    before: "\n  ",
    tail: (any) => (any ? "\n]\n" : "]\n"),
    result: (file, { line, column, endLine, endColumn, code, severity, message }) => ({
      file,
      line,
      column,
      endLine,
      endColumn,
      code,
      severity,
      message,
    }),
    isGrave: (result) => isGrave(result as Parameters<typeof isGrave>[0]),
    read: (value) => (Array.isArray(value) ? value : undefined),
  };
}
