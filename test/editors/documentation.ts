import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PAGE = fileURLToPath(new URL("../../docs/editors.md", import.meta.url));

/** The configurations on the page about other editors, by the name that follows the language of their code block. */
export function configurations(): ReadonlyMap<string, string> {
  const page = readFileSync(PAGE, "utf8");
  return new Map([...page.matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms)].map(([, name, text]) => [name!, text!]));
}
