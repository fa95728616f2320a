import type { BuildResult } from "esbuild";

/** Bundles the extension for editors in a browser: first the client, then the server. */
export function buildWeb(options?: {
  readonly folder?: string;
  readonly production?: boolean;
  readonly write?: boolean;
}): Promise<BuildResult<{ metafile: true }>[]>;
