import { lineBreakOf } from "../../text/line-break.js";

/** A placeholder of a snippet with the text that stands in it at first. */
export function placeholder(number: number, text: string): string {
  return `\${${number}:${literal(text)}}`;
}

/** Text as a snippet has it: nothing in it is a placeholder. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/**
 * A snippet as the report has it before anything is typed: its placeholders filled by their defaults, or by `values`
 * in the order of their numbers.
 */
export function filled(snippet: string, report: string, values: readonly string[] = []): string {
  return snippet
    .replace(
      /\\([\\$}])|\$\{(\d+):((?:\\.|[^\\$}])*)\}|\$\d+/g,
      (_, escaped?: string, number?: string, said?: string) =>
        escaped ?? values[Number(number) - 1] ?? (said ?? "").replace(/\\(.)/g, "$1"),
    )
    .replace(/\n/g, lineBreakOf(report));
}
