/** What a unit is in a normalised text: the end of a word, a part of one, or a part only between others. */
const APART = 0;
const WORD = 1;
const INSIDE = 2;

/** Of Latin letters and what stands among them; all others are asked of expressions. */
const LATIN = 0x250;
const classes = new Uint8Array(LATIN);
for (let code = 0; code < LATIN; code++) {
  const sign = String.fromCharCode(code);
  classes[code] = /[-:;/]/.test(sign) ? INSIDE : /[\p{L}\p{N}'&]/u.test(sign) ? WORD : APART;
}

/** Lower case, one space between words, no punctuation but what is inside a word. */
export function normalised(text: string): string {
  const lower = text.toLowerCase().replaceAll("’", "'");
  let normal = "";
  for (let at = 0; at < lower.length; ) {
    let from = at;
    let kind = classOf(lower.charCodeAt(at));
    while (kind !== APART && ++at < lower.length) {
      if (kind === undefined) return byExpressions(lower);
      kind = classOf(lower.charCodeAt(at));
    }
    if (kind === undefined) return byExpressions(lower);
    let to = at;
    while (from < to && classes[lower.charCodeAt(from)] === INSIDE) from++;
    while (to > from && classes[lower.charCodeAt(to - 1)] === INSIDE) to--;
    if (to > from) normal += normal === "" ? lower.slice(from, to) : ` ${lower.slice(from, to)}`;
    at++;
  }
  return normal;
}

/** What a unit is; undefined where a table does not tell. Dashes and quotation marks end words. */
function classOf(code: number): number | undefined {
  return code < LATIN ? classes[code] : code >= 0x2010 && code <= 0x2027 ? APART : undefined;
}

function byExpressions(lower: string): string {
  return lower
    .replace(/[^\p{L}\p{N}'&;/:-]+/gu, " ")
    .replace(/(?<!\S)[-:;/]+|(?<![-:;/])[-:;/]+(?!\S)/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}
