/** The advisories in a report of `npm audit --json` about shipped packages, one line each. */
export function shippedFindings(
  report: unknown,
  lock: { readonly packages: Readonly<Record<string, { readonly version?: string }>> },
  shipped: readonly { readonly name: string; readonly version: string }[],
): string[];
