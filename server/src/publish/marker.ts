import type { OutputFormat } from "./options.js";

/**
 * The marker as it is written in Markdown so that it shows: `\<Redacted comments>`. What could be markup is
 * escaped, wherever in a paragraph, list item or table cell the marker comes to stand.
 */
export function markdownMarker(marker: string): string {
  const escaped = marker.replace(/[\\`*_[\]<&|~{%$]/g, "\\$&");
  return escaped.replace(/^[#>+=:.-]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** The marker in raw HTML, where a backslash escapes nothing. */
export function htmlMarker(marker: string): string {
  return marker.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The marker as a copy in this form shows it in its own text. */
export function writtenMarker(marker: string, format: OutputFormat): string {
  if (format === "md") return markdownMarker(marker);
  return format === "html" ? htmlMarker(marker) : marker;
}

/** Whether a configured marker is one line and no comment by itself, so that it can stand where a comment was. */
export function isUsableMarker(
  marker: string,
  analyse: (text: string) => {
    readonly report: {
      readonly comments: readonly unknown[];
      readonly strayCloses: readonly unknown[];
      readonly hidden: readonly unknown[];
    };
  },
): boolean {
  if (marker.trim() === "" || /[\r\n]/.test(marker)) return false;
  return [marker, markdownMarker(marker), htmlMarker(marker)].every((text) => {
    const { comments, strayCloses, hidden } = analyse(`a ${text} b`).report;
    return comments.length + strayCloses.length + hidden.length === 0;
  });
}
