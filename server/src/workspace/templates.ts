import type { Settings } from "./settings-store.js";

/** A file with a template in it, by the name it is chosen by. */
export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/** Templates larger than this are none that somebody wrote, and nobody chooses among more than these. */
export const MAX_TEMPLATE_BYTES = 1_000_000;
export const MAX_TEMPLATES = 200;

/** What the template in a file is chosen by: the file's name without what tells its kind. */
export function templateName(fileName: string): string {
  return fileName.replace(/(?:\.trip|\.tripreport)?\.(?:md|markdown)$/i, "");
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
