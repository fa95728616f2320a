import type { Text } from "./text.js";

/** So many lines are gone through one by one before they are searched. */
const FEW = 12;

/** The line that `lineAt` tells of an offset; found quicker where it is `near` or a few lines behind that. */
export function lineNear(text: Text, offset: number, near: number): number {
  if (offset < text.lineStart(near) || offset >= text.lineStart(near + FEW)) return text.lineAt(offset);
  let line = near;
  while (line + 1 < text.lineCount && text.lineStart(line + 1) <= offset) line++;
  return line;
}
