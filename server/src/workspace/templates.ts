import type { Settings } from "./settings-store.js";

/** A file with a template in it, by the name it is chosen by. */
export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/** Reads the templates in a folder that is inside of `root`; both are URIs. */
export type ReadTemplates = (folder: string, root: string) => Promise<readonly TemplateFile[]>;

/** The templates of a team: in the folder that its configuration names, beside which nothing is read. */
export async function ownTemplates(
  { config, source }: Settings,
  read: ReadTemplates,
): Promise<readonly TemplateFile[]> {
  if (config.templates === undefined || !source) return [];
  const root = source.uri.replace(/\/[^/]*$/, "");
  const folder = config.templates
    .split(/[\\/]+/)
    .filter((part) => part !== "" && part !== ".")
    .map(encodeURIComponent);
  return read([root, ...folder].join("/"), root);
}
