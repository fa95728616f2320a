import { decodeHTML } from "entities";
import type { Span } from "../text/span.js";

/**
 * A text as it is searched: letters and digits only, case folded, so that white space, quotes, markup,
 * hyphenation and line breaks make no difference. Each letter knows where it stands in the text.
 */
export interface Letters {
  readonly letters: string;
  /** For each letter the offset of the character it came from. */
  readonly offsets: readonly number[];
  /** For each letter whether a word begins with it. */
  readonly starts: readonly boolean[];
}

/** A piece of a text to be searched, and where it stands; `decoded` where entities were resolved. */
interface Piece extends Span {
  readonly decoded?: string;
}

/** The apostrophe `ʼ` counts as a letter in Unicode. */
const LETTER = /(?!ʼ)[\p{L}\p{N}\p{M}]/u;
/** Characters that may stand inside a word without parting it. */
const INSIDE = /[\u00ad\u200b-\u200d\u2060\ufeff'’ʼ]/u;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});?/y;

/** Folds what different programs write differently: ligatures, widths, case, combined accents. */
export function folded(character: string): string {
  if (character.length === 1 && character.charCodeAt(0) < 128) return character.toLowerCase();
  return character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
}

/** The letters of pieces of a text, one after the other; a word never goes over two pieces. */
export function lettersOf(text: string, pieces: readonly Span[] = [{ from: 0, to: text.length }]): Letters {
  let letters = "";
  const offsets: number[] = [];
  const starts: boolean[] = [];
  const push = (character: string, at: number, first: boolean): void => {
    const shown = folded(character);
    for (let i = 0; i < shown.length; i++) {
      offsets.push(at);
      starts.push(first && i === 0);
    }
    letters += shown;
  };
  for (const { from, to } of pieces) {
    let inWord = false;
    for (let at = from; at < to; ) {
      const entity = text[at] === "&" ? entityAt(text, at, to) : undefined;
      const character = entity?.decoded ?? String.fromCodePoint(text.codePointAt(at)!);
      for (const one of character) {
        if (LETTER.test(one)) {
          push(one, at, !inWord);
          inWord = true;
        } else if (!INSIDE.test(one)) inWord = false;
      }
      at = entity?.to ?? at + character.length;
    }
  }
  return { letters, offsets, starts };
}

function entityAt(text: string, at: number, end: number): Piece | undefined {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(text)?.[0];
  if (found === undefined || at + found.length > end) return undefined;
  const decoded = decodeHTML(found);
  return decoded === found ? undefined : { from: at, to: at + found.length, decoded };
}

/** The words of letters, in order. */
export function wordsOf({ letters, starts }: Letters): string[] {
  const words: string[] = [];
  let from = 0;
  for (let at = 1; at <= letters.length; at++)
    if (at === letters.length || starts[at]) {
      words.push(letters.slice(from, at));
      from = at;
    }
  return letters === "" ? [] : words;
}
