/** What the page tells when something in it was chosen. */
export interface ChosenPlace {
  readonly line: number;
  readonly uri?: string;
}

/** The place that a message of the page names, if it is one in the shown reports. */
export function chosenPlace(message: unknown, uris: readonly string[]): ChosenPlace | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { line, uri } = message as { readonly line?: unknown; readonly uri?: unknown };
  if (typeof line !== "number" || !Number.isInteger(line) || line < 0) return undefined;
  if (uri === undefined) return uris.length === 1 ? { line } : undefined;
  return typeof uri === "string" && uris.includes(uri) ? { line, uri } : undefined;
}
