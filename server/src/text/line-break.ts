/** How lines end in a text: as the first one does; LF where there is only one line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
