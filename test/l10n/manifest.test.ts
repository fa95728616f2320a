import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import german from "../../package.nls.de.json" with { type: "json" };
import english from "../../package.nls.json" with { type: "json" };
import { keyOf, resolved } from "../../scripts/l10n.js";
import {
  checkTranslation,
  pseudoBundle,
  pseudoLocalised,
  wrongGermanQuotes,
} from "../support/check-translation.js";

/** The properties of a manifest that the editor shows; the enumerations' are lists. */
const SHOWN =
  /^(?:displayName|description|title|shortTitle|name|contextualTitle|contents|label|category|markdownDescription|enumDescriptions|markdownEnumDescriptions|enumItemLabels|deprecationMessage|markdownDeprecationMessage|placeholder|altText)$/;

/** Texts that stand in package.json itself, and why. */
const PLAIN: Readonly<Record<string, string>> = {
  "Trip Report": "the product's name, and so the category of its commands, is the same in every language",
  "trip-report": "the package's name is no text",
};

interface Shown {
  readonly place: string;
  readonly text: string;
}

/** Every text that the editor shows of a manifest, with the path to it. */
function shown(value: unknown, place = "", isShown = false): readonly Shown[] {
  if (typeof value === "string") return isShown ? [{ place, text: value }] : [];
  if (typeof value !== "object" || value === null) return [];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) =>
    shown(inner, place === "" ? key : `${place}.${key}`, list ? isShown : SHOWN.test(key)),
  );
}

const texts = shown(manifest);

describe("the manifest's texts", () => {
  it("are found", () => {
    const places = texts.map(({ place }) => place);
    expect(places).toContain("contributes.commands.0.title");
    expect(places).toContain("contributes.viewsWelcome.0.contents");
    expect(shown({ enumDescriptions: ["One.", "Two."], enum: ["one"] }).map(({ place }) => place)).toEqual([
      "enumDescriptions.0",
      "enumDescriptions.1",
    ]);
  });

  it("are keys of package.nls.json, but for those with a reason", () => {
    const plain = texts.filter(({ text }) => keyOf(text) === undefined && !(text in PLAIN));
    expect(plain).toEqual([]);
  });

  it("name each key once, and no key that there is not", () => {
    const keys = texts.flatMap(({ text }) => keyOf(text) ?? []);
    expect([...keys].sort()).toEqual(Object.keys(english).sort());
  });

  it("are in German quotation marks", () => {
    expect(Object.values(german).flatMap(wrongGermanQuotes)).toEqual([]);
  });

  it("come from the bundle wherever the editor shows them", () => {
    const pseudo = pseudoBundle(english);
    checkKept(pseudo);
    for (const { place, text } of texts)
      if (!(text in PLAIN)) expect(resolved(text, pseudo), place).toMatch(/^⟦.+⟧$/s);
  });

  it("tell in German the same commands apart as in English", () => {
    const pairs = manifest.contributes.commands.map(
      ({ title }) => [resolved(title, english), resolved(title, german)] as const,
    );
    const distinct = new Set(pairs.map((pair) => pair.join("\n"))).size;
    expect(new Set(pairs.map(([title]) => title)).size).toBe(distinct);
    expect(new Set(pairs.map(([, title]) => title)).size).toBe(distinct);
  });
});

/** A pseudo-localised bundle is a translation like any other, and the check sees what is not. */
function checkKept(pseudo: Readonly<Record<string, string>>): void {
  const marks = /⟦| ~~~~⟧/g;
  checkTranslation(
    english,
    Object.fromEntries(Object.entries(pseudo).map(([key, text]) => [key, text.replace(marks, "")])),
  );
}

describe("the check of translations", () => {
  const fails = (text: string, translated: string) =>
    expect(() => checkTranslation({ key: text }, { key: translated })).toThrow();

  it("sees a lost or changed placeholder", () => {
    fails("{0} of {1}", "{0} von");
    fails("{0} open", "{1} offen");
  });
  it("sees a changed command, setting and empty text", () => {
    fails("[Go](command:a.b)", "[Los](command:a.c)");
    fails("Needs `#a.b#`.", "Braucht `#a.c#`.");
    fails("Go", " ");
    expect(() => checkTranslation({ a: "Go" }, { b: "Los" })).toThrow();
  });
  it("sees a question's ellipsis that is not there", () => fails("Filter…", "Filtern"));
  it("takes placeholders in another order", () =>
    checkTranslation({ key: "{0} of {1}" }, { key: "{1}: {0}" }));
  it("sees quotation marks of another language", () => {
    expect(wrongGermanQuotes("„so“ und “so”")).not.toEqual([]);
    expect(wrongGermanQuotes("„so“")).toEqual([]);
  });
  it("keeps what a program reads in a pseudo-localised text", () =>
    expect(pseudoLocalised("Open {0} in `a.ones`\n[on](command:on)")).toBe(
      "⟦Opéñ {0} íñ `a.ones`\n[óñ](command:on) ~~~~⟧",
    ));
});
