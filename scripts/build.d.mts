/** A file of dist/. */
export interface Built {
  readonly bytes: number;
  /** The files that are loaded together with it. */
  readonly needs: readonly string[];
  /** The files that it loads on request. */
  readonly loads: readonly string[];
  /** How many bytes of it came from which source. */
  readonly sources: Readonly<Record<string, number>>;
}

/** Bundles everything that is in dist/ into a folder of nothing else; answers the files by their paths in it. */
export function buildAll(options?: {
  readonly folder?: string;
  readonly production?: boolean;
  /** Whether what editors in a browser load is made as well; it is unless said otherwise. */
  readonly withWeb?: boolean;
}): Promise<Map<string, Built>>;
