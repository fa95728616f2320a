import { expect } from "vitest";
import type { Bundle } from "../../scripts/l10n.js";

/** What of a text a program reads, so that no translation may change it: placeholders, code, links to commands, addresses, icons. */
const KEPT = /\{\d+\}|`[^`]+`|\]\((?:command|https?):[^)]+\)|\$\([\w-]+\)|\n/g;

/** Expects a translation to have a text for each of the English bundle and no other, and in each what a program reads in it. */
export function checkTranslation(english: Bundle, translation: Bundle): void {
  const lacking = Object.keys(english).filter((key) => (translation[key] ?? "").trim() === "");
  expect(lacking, "to be translated, after `npm run generate` has made the gaps").toEqual([]);
  expect(Object.keys(translation), "as the English texts (npm run generate)").toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(english)) {
    const translated = translation[key] ?? "";
    expect(keptOf(translated), key).toEqual(keptOf(text));
    expect(edgesOf(translated), key).toEqual(edgesOf(text));
  }
}

/** Each placeholder and the like of a text, sorted: a translation may name them in another order. */
function keptOf(text: string): readonly string[] {
  return (text.match(KEPT) ?? []).sort();
}

/** What a text begins and ends with where the editor or another text goes on: blanks, and the ellipsis before a question. */
function edgesOf(text: string): readonly string[] {
  return [/^\s*/.exec(text)?.[0] ?? "", /(?:…|:)?\s*$/.exec(text)?.[0] ?? ""];
}

const LETTERS: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", n: "ñ", s: "š" };

/** A text as a language would have it that is longer and has other letters; what a program reads in it stays. */
export function pseudoLocalised(text: string): string {
  const words = (part: string) => part.replace(/[aeiouns]/g, (letter) => LETTERS[letter] ?? letter);
  const kept = [...text.matchAll(KEPT)];
  const ends = [0, ...kept.map((match) => match.index + match[0].length)];
  const between = ends.map((end, index) => words(text.slice(end, kept[index]?.index)));
  return `⟦${between.map((part, index) => part + (kept[index]?.[0] ?? "")).join("")} ~~~~⟧`;
}

/** A whole bundle, pseudo-localised. */
export function pseudoBundle(bundle: Bundle): Bundle {
  return Object.fromEntries(Object.entries(bundle).map(([key, text]) => [key, pseudoLocalised(text)]));
}

/** The quotation marks of a German text that are not „…“, with what stands around them. */
export function wrongGermanQuotes(text: string): readonly string[] {
  return text.replace(/„[^„“”"]*“/g, "").match(/.{0,10}[„“”"].{0,10}/g) ?? [];
}
