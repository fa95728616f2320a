/** How lines end in a text: as the first one does; LF where there is only one line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** The offset behind the last line break before `offset`; `least` where there is none from there on. */
export function lineStart(text: string, offset: number, least = 0): number {
  let at = Math.max(least, offset);
  while (at > least && !isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line that `from` stands in ends, its line break not counted; `most` where it is longer. */
export function lineEnd(text: string, from: number, most = text.length): number {
  let at = from;
  while (at < most && !isBreak(text.charCodeAt(at))) at++;
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
