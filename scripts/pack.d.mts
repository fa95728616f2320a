/** A bundle: how many bytes of it came from which file of the project. */
export interface Bundle {
  readonly sources: Readonly<Record<string, number>>;
}

/** Makes both VSIX, for editors in a browser and for all others, and the npm package in a folder; answers their paths and that of their checksums. */
export function pack(to?: string): Promise<{
  readonly vsix: string;
  readonly webVsix: string;
  readonly tarball: string;
  readonly checksums: string;
  readonly built: ReadonlyMap<string, Bundle>;
}>;
