import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a build does not read. */
const LEFT_OUT = new Set([".cache", ".git", "dist", "node_modules", "release"]);

/**
 * Copies the project to another folder, from where it can be packed: with copies of the packages that are bundled, for
 * bundles could tell their paths, and links to the tools.
 * @param bundled folders of packages, from the root
 */
export async function copyProject(to: string, bundled: ReadonlySet<string>): Promise<void> {
  await mkdir(to, { recursive: true });
  const parts = (await readdir(root)).filter((name) => !LEFT_OUT.has(name));
  await Promise.all(parts.map((name) => cp(join(root, name), join(to, name), { recursive: true })));
  const modules = join(root, "node_modules");
  for (const name of await readdir(modules)) {
    const packages = name.startsWith("@") ? await readdir(join(modules, name)) : [""];
    for (const inner of packages) {
      const path = join(modules, name, inner);
      const target = join(to, relative(root, path));
      await mkdir(dirname(target), { recursive: true });
      if (bundled.has(relative(root, path))) await cp(path, target, { recursive: true });
      else await symlink(path, target, "junction");
    }
  }
}

/** The folders, at the top of node_modules, of the packages that paths of modules lead into. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const found = [...paths].map((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return new Set(found.filter((folder) => folder !== undefined));
}
