import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import german from "../../package.nls.de.json" with { type: "json" };
import english from "../../package.nls.json" with { type: "json" };
import { type Bundle, resolved } from "../../scripts/l10n.js";
import { wrongGermanQuotes } from "../support/check-translation.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command titles that a page names. */
function named(page: string): readonly string[] {
  return [...page.matchAll(/\*Trip Report: ([^*]+)\*/g)].map(([, title = ""]) => title);
}

function titles(bundle: Bundle): readonly string[] {
  return manifest.contributes.commands.map(({ title }) => resolved(title, bundle));
}

function fences(page: string): readonly string[] {
  return page.match(/^```[\s\S]*?^```$/gm) ?? [];
}

/** The identifiers of the commands that a page names. */
function commands(page: string, bundle: Bundle): readonly (string | undefined)[] {
  const known = titles(bundle);
  return named(page).map((title) => manifest.contributes.commands[known.indexOf(title)]?.command);
}

describe("the walkthrough's pages in German", () => {
  for (const { media } of manifest.contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    const translated = media.markdown.replace(/\.md$/, ".nls.de.md");

    it(`has ${translated}`, () => expect(existsSync(join(root, translated))).toBe(true));

    it(`has the same examples and commands in ${translated}`, () => {
      const source = readFileSync(join(root, media.markdown), "utf8");
      const page = readFileSync(join(root, translated), "utf8");
      expect(fences(page)).toEqual(fences(source));
      expect(commands(source, english)).not.toContain(undefined);
      expect(commands(page, german)).toEqual(commands(source, english));
      expect(wrongGermanQuotes(page.replace(/^```[\s\S]*?^```$/gm, ""))).toEqual([]);
    });
  }
});
