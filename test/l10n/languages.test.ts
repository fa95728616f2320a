import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { type Bundle, completed, resolved, translations } from "../../scripts/l10n.js";
import { sayFor } from "../../server/src/lsp/languages.js";
import { inEnglish } from "../../server/src/text/message.js";
import { checkTranslation } from "../support/check-translation.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The files of texts that every language translates. */
const ENGLISH = ["package.nls.json", "l10n/bundle.l10n.json", "l10n/server.l10n.json"];
const languages = [
  ...new Set(ENGLISH.flatMap((file) => translations(root, file).map(({ language }) => language))),
];

function textsOf(file: string): Bundle {
  return JSON.parse(readFileSync(join(root, file), "utf8")) as Bundle;
}

describe.each(languages)("the language %s", (language) => {
  it.each(ENGLISH)("has each text of %s, and in it what a program reads", (file) => {
    const path = file.replace(/json$/, `${language}.json`);
    expect(existsSync(join(root, path)), `${path} is to be written`).toBe(true);
    checkTranslation(textsOf(file), textsOf(path));
  });

  it("is one that the server speaks, as server/src/lsp/languages.ts lists it", async () =>
    expect(await sayFor(language)).not.toBe(inEnglish));

  describe.each(
    manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  )("in the walkthrough, for %s", (source) => {
    const path = source.replace(/\.md$/, `.nls.${language}.md`);

    it("has the same examples and commands on a page of its own", () => {
      expect(existsSync(join(root, path)), `${path} is to be written`).toBe(true);
      const [page, translated] = [source, path].map((file) => readFileSync(join(root, file), "utf8"));
      expect(fences(translated!)).toEqual(fences(page!));
      const named = commands(page!, textsOf("package.nls.json"));
      expect(named).not.toContain(undefined);
      expect(commands(translated!, textsOf(`package.nls.${language}.json`))).toEqual(named);
    });
  });
});

/** The identifiers of the commands that a page names by their titles. */
function commands(page: string, bundle: Bundle): readonly (string | undefined)[] {
  const known = manifest.contributes.commands.map(({ title }) => resolved(title, bundle));
  return [...page.matchAll(/\*Trip Report: ([^*]+)\*/g)].map(
    ([, title = ""]) => manifest.contributes.commands[known.indexOf(title)]?.command,
  );
}

function fences(page: string): readonly string[] {
  return page.match(/^```[\s\S]*?^```$/gm) ?? [];
}

describe("translations", () => {
  it("are found by their files' names", () => {
    expect(languages).toContain("de");
    expect(translations(root, "l10n/server.l10n.json").map(({ file }) => file)).toContain(
      "l10n/server.l10n.de.json",
    );
  });

  it("get the keys of the English texts, in their order, with gaps for what they lack", () =>
    expect(Object.entries(completed({ a: "A", constructor: "C", b: "B" }, { b: "Be", gone: "weg" }))).toEqual(
      [
        ["a", ""],
        ["constructor", ""],
        ["b", "Be"],
      ],
    ));

  it("with a gap are refused", () =>
    expect(() => checkTranslation({ a: "A", b: "B" }, { a: "Ah", b: "" })).toThrow(/to be translated/));
});
