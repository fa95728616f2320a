// What single UTF-16 units are, for scans over text that would ask an expression at every one of them.

/** Whether a unit is white space as `\s` has it, the no-break space included. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code >= 0xa0 && WIDE_SPACES.has(code);
}

/** Whether a unit is a blank or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Whether a unit is a decimal digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a unit is a small letter of ASCII. */
export function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a unit is a letter of ASCII. */
export function isAsciiLetter(code: number): boolean {
  return isSmallLetter(code | 32);
}

/** Whether a text is letters of ASCII and nothing else. */
export function isAsciiWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isAsciiLetter(text.charCodeAt(at))) return false;
  return text !== "";
}

/** Tells quickly which units are among some signs. */
export function among(signs: string): (code: number) => boolean {
  const ascii = new Uint8Array(128);
  const wide: number[] = [];
  for (let at = 0; at < signs.length; at++) {
    const code = signs.charCodeAt(at);
    if (code < 128) ascii[code] = 1;
    else wide.push(code);
  }
  return (code) => (code < 128 ? ascii[code] === 1 : wide.includes(code));
}

/** Whether a sticky expression matches at an offset. */
export function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** The matches of an expression with the flag `g`, which is no copy as `matchAll` makes one. Asked for one text at a time. */
export function* matchesOf(global: RegExp, text: string): Iterable<RegExpExecArray> {
  global.lastIndex = 0;
  for (let found = global.exec(text); found; found = global.exec(text)) yield found;
}

/** The words of a text: what stands between its white space. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at))) {
      if (start >= 0) words.push(text.slice(start, at));
      start = -1;
    } else if (start < 0) start = at;
  }
  if (start >= 0) words.push(text.slice(start));
  return words;
}

const WIDE_SPACES: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
]);
