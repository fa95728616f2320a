/**
 * What two spellings of one name have in common: lower case, no accents, one kind of apostrophe, hyphen and space.
 * Two mentions with the same key name the same person.
 */
export function nameKey(name: string): string {
  return folded(name).trim();
}

/** A text as `nameKey` sees it. Breaks between paragraphs stay breaks, so that no name goes across one. */
export function folded(text: string): string {
  const signs = foldedSigns(text);
  return MORE_THAN_BLANKS.test(signs) ? signs.replace(SPACES, space) : signs;
}

/** A folded text and where its characters stand in the source. */
export interface FoldedText {
  readonly text: string;
  /** The source offset of the character at an index; the source's length behind the last. */
  sourceAt(index: number): number;
}

/** The same as `folded`, with the way back. */
export function foldedWithPlaces(source: string): FoldedText {
  const places: number[] = [];
  let text = "";
  for (let at = 0; at < source.length; ) {
    SPACES.lastIndex = at;
    const run = IS_SPACE.test(source[at]!) ? SPACES.exec(source)?.[0] : undefined;
    const sign = run ?? String.fromCodePoint(source.codePointAt(at)!);
    const made = run === undefined ? foldedSigns(sign) : space(run);
    for (let i = 0; i < made.length; i++) places.push(at);
    text += made;
    at += sign.length;
  }
  return { text, sourceAt: (index) => places[index] ?? source.length };
}

const MARKS = /\p{M}/gu;
const APOSTROPHES = /[’‘ʼ`´]/g;
const HYPHENS = /[‐‑]/g;
const SPACES = /[\s\u00a0]+/g;
/** Most names have single blanks only, which stay as they are. */
const MORE_THAN_BLANKS = /[^\S ]| {2}/;
const IS_SPACE = /[\s\u00a0]/;
const ASCII = /^[\0-\x7f]*$/;

function foldedSigns(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll("`", "'");
  const bare = text.normalize("NFD").replace(MARKS, "");
  // The letter sigma has a form of its own at the end of words.
  return bare.toLowerCase().replace(/ς/g, "σ").replace(APOSTROPHES, "'").replace(HYPHENS, "-");
}

function space(run: string): string {
  return /[\r\n][^\S\r\n]*(?<!\r(?=\n))[\r\n]/.test(run) ? "\n" : " ";
}
