/** A bundle: how many bytes of it came from which file of the project. */
export interface Bundle {
  readonly sources: Readonly<Record<string, number>>;
}

/** Makes the VSIX and the npm package in a folder; answers the paths of both and of their checksums. */
export function pack(to?: string): Promise<{
  readonly vsix: string;
  readonly tarball: string;
  readonly checksums: string;
  readonly built: ReadonlyMap<string, Bundle>;
}>;
