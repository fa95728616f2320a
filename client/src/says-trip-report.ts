/**
 * Whether a Markdown file declares itself a trip report: its front matter, YAML or JSON, has `type: trip-report`
 * as a key of its own. `head` is the start of the file; front matter that does not end in it is taken for none.
 * Takes time in proportion to the length of `head`.
 */
export function saysTripReport(head: string): boolean {
  const lines = head.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const fence = /^---[ \t]*(yaml|json)?$/.exec((lines[0] ?? "").trimEnd());
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (!fence || end < 0) return false;
  const content = lines.slice(1, end);
  return fence[1] === "json" ? jsonSays(content.join("\n")) : content.some((line) => yamlType.test(line));
}

/** A line of YAML at the margin, hence a top-level key, that gives the type. */
const yamlType =
  /^(?:type|"type"|'type')[ \t]*:[ \t]+(?:trip-report|"trip-report"|'trip-report')(?:[ \t]+#.*|[ \t]*)$/;

function jsonSays(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "type" in value && value.type === "trip-report";
  } catch {
    return false;
  }
}
