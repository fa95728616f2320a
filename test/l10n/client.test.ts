import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { config, t } from "@vscode/l10n";
import { describe, expect, it } from "vitest";
import german from "../../l10n/bundle.l10n.de.json" with { type: "json" };
import english from "../../l10n/bundle.l10n.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import manifestGerman from "../../package.nls.de.json" with { type: "json" };
import manifestEnglish from "../../package.nls.json" with { type: "json" };
import { type Bundle, callsBelow, callsIn, englishBundle } from "../../scripts/l10n.js";
import { pseudoBundle, wrongGermanQuotes } from "../support/check-translation.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const calls = callsBelow(root, "client/src");

/** Texts that are shown as they stand, and why. */
const PLAIN: Readonly<Record<string, string>> = {
  Markdown: "the format's name",
  HTML: "the format's name",
};

/** What is shown of a source without being looked up: a text given to a message, or as what a choice or question says. */
function plainTexts(source: string): readonly string[] {
  const texts = source.matchAll(
    /(?:\bshow(?:Information|Warning|Error)Message\(|\bsetStatusBarMessage\(|(?<!\w)(?:title|label|description|detail|placeHolder|prompt|tooltip|openLabel|saveLabel):|\.(?:title|label|description|detail|placeholder|prompt|tooltip|text|message|name) =)\s*(["`](?:[^"`\\]|\\.)*["`])/g,
  );
  return [...texts]
    .flatMap(([, text = ""]) => text.slice(1, -1))
    .filter((text) => /[A-Za-z]{2}/.test(text.replace(/\$\{[^}]*\}|\\./g, "")) && !(text in PLAIN));
}

/** A message as the editor shows it with this bundle, its values being `«0»`, `«1»` and so on. */
function said(bundle: Bundle, message: string): string {
  config({ contents: { ...bundle } });
  return t(message, ...valuesFor(message));
}

function valuesFor(message: string): readonly string[] {
  return [...new Set(message.match(/\{\d+\}/g) ?? [])].map((_, index) => `«${index}»`);
}

describe("the client's messages", () => {
  it("are literal, so that they can be translated", () => {
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter(({ message }) => message === undefined)).toEqual([]);
  });

  it("get a value for each placeholder", () => {
    const wrong = calls.filter(
      ({ message = "", values }) => values !== undefined && values !== valuesFor(message).length,
    );
    expect(wrong).toEqual([]);
    const unread = calls.filter(({ values }) => values === undefined);
    expect(unread.length).toBeLessThan(calls.length / 20);
  });

  it("are shown through the bundle only", () => {
    const plain = readdirSync(join(root, "client/src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => plainTexts(readFileSync(join(root, "client/src", file), "utf8")));
    expect(plain).toEqual([]);
  });

  it("are in German quotation marks", () => {
    expect(Object.values(german).flatMap(wrongGermanQuotes)).toEqual([]);
  });

  it("are in the same words as the manifest where the English is the same", () => {
    const bundle: Bundle = german;
    const translated: Bundle = manifestGerman;
    const shared = Object.entries(manifestEnglish).filter(([, text]) => text in bundle);
    expect(shared.length).toBeGreaterThan(0);
    for (const [key, text] of shared) expect(bundle[text], key).toBe(translated[key]);
  });

  it("are where the manifest says", () => expect(manifest.l10n).toBe("./l10n"));

  const bundles: Readonly<Record<string, Bundle>> = {
    German: german,
    "pseudo-localised": pseudoBundle(english),
  };
  for (const [name, bundle] of Object.entries(bundles))
    it(`show every value when they are ${name}`, () => {
      for (const message of Object.keys(english)) {
        const text = said(bundle, message);
        for (const value of valuesFor(message)) expect(text, message).toContain(value);
        expect(text, message).not.toMatch(/\{\d+\}/);
      }
    });

  it("come from the bundle when they are pseudo-localised", () => {
    const pseudo = pseudoBundle(english);
    for (const { message = "" } of calls) expect(said(pseudo, message)).toMatch(/^⟦.+⟧$/s);
  });
});

describe("the reading of calls", () => {
  const read = (source: string) => callsIn(source, "a.ts");

  it("finds texts, escapes, places and numbers of values", () => {
    expect(read('l10n.t("One");\nvscode.l10n.t(\n  "“{0}”\\n{1}",\n  f(a, b),\n  [c],\n)')).toEqual([
      { place: "a.ts:1", message: "One", values: 0 },
      { place: "a.ts:3", message: "“{0}”\n{1}", values: 2 },
    ]);
  });

  it("does not count values that it cannot read", () =>
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source is what is read
    expect(read('l10n.t("{0}", `${a}, ${b}`)')).toEqual([
      { place: "a.ts:1", message: "{0}", values: undefined },
    ]));

  for (const argument of ["name", "`One`", '"One" + "two"', '{ message: "One" }', "'One'"])
    it(`refuses ${argument}`, () => {
      const found = read(`l10n.t(${argument})`);
      expect(found.map(({ message }) => message)).toEqual([undefined]);
      expect(() => englishBundle(found)).toThrow("a.ts:1");
    });

  it("sees plain texts that are shown", () => {
    expect(plainTexts('window.showErrorMessage("No such file");')).toEqual(["No such file"]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source is what is read
    expect(plainTexts("await window.showInformationMessage(\n  `Done: ${count}`,\n);")).toHaveLength(1);
    expect(plainTexts('{ title: "Publish as" }')).toEqual(["Publish as"]);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source is what is read
    expect(plainTexts('{ title: l10n.t("Publish as"), label: `${a} · ${b}` }')).toEqual([]);
  });
});
