/** How lines end in a text: as the first one does; LF where there is only one line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** Where the line that `from` stands in ends, its line break not counted. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Whether a unit ends a line, alone or as one of two. */
export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** What stands behind the last line break of a text. */
export function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
}
