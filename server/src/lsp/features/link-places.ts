import type { Position, Range } from "vscode-languageserver";

/** Whether a range on one line holds a place; its end counts. */
export function holds({ start, end }: Range, { line, character }: Position): boolean {
  return (
    start.line === line && end.line === line && start.character <= character && character <= end.character
  );
}

/** What may be one, several or none, as a list. */
export function list<T>(found: T | T[] | undefined): T[] {
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}
