import { among, isDigit } from "../text/characters.js";

/** Words of a heading that tell a kind, so that a day beside them is the day of the section. */
export const KIND_WORD =
  /(?:^|[^\p{L}])(?:keynotes?|plenar(?:y|ies)|general session|sessions?|talks?|breakouts?|workshops?|tutorials?|training|expo|notes|highlights|summary|recap|track|dinner|party|panel|lightning|vorträge|agenda|schedule|report|wrap-?up|events?|lunch|reception|impressions|takeaways)(?:[^\p{L}]|$)/iu;

/** A kind, with nothing but a day or a number beside it. */
export const KIND_ONLY =
  /^(?:(?:opening|closing|morning|afternoon|evening|general|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\s{1,8}){0,4}(?:keynotes?|general session|plenary|panel|workshop|training|tutorial)(?:\s{1,8}(?:day\s{1,8})?[\p{N}\p{L}]{1,6})?$/iu;

/** Remarks in brackets behind a title that are about the notes and not about the talk. */
export const ASIDE =
  /^(?:(?:very |some |my |our |the )?(?:rough|raw|quick|live|short|brief|incomplete|partial|unedited|personal|messy|random|session|in-?progress)?[ -]?notes?(?: only| to self)?|by me|sic|draft|wip|work in progress|cont(?:inued|'d|’d|\.)?|tb[adc]|todo|slides?|videos?|recordings?|recorded|pdf|pptx?|deck|youtube|repo|code|github|paper|abstract|details|more|website|schedule|link|links|no notes|missed|partial(?:ly)?|part of it|paraphrased|unedited|not attended|did(?:n['’]t| not) attend|cancell?ed|entwurf|abgesagt|notizen|forts\.|brouillon|borrador|bozza)$/i;
/** The code of a session in a programme. */
export const CODE = /^[A-Z]{2,5}-?\d{3,5}(?:-[A-Z]{1,2}\d{0,2})?$/;
const COUNTED =
  "talk|session|keynote|paper|presentation|lecture|lightning talk|part|block|workshop|tutorial|panel|track|slot|vortrag|sitzung|teil|conférence|présentation|charla|ponencia|sesión|sessione|intervento";
const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const isCapital = among(CAPITALS);
/** The first letters of what is counted; one beyond ASCII may mean one of them. */
const isCountedLetter = among("bciklpstvwBCIKLPSTVW");
const beginsCounted = (code: number) => isCountedLetter(code) || code > 127;
/** Numbers and letters before a title, what they begin with, and what counts in them. Sticky. */
export const NUMBERINGS: readonly {
  readonly begins: (code: number) => boolean;
  readonly pattern: RegExp;
  readonly style: (found: RegExpExecArray) => string;
}[] = [
  {
    begins: beginsCounted,
    pattern: new RegExp(
      `(${COUNTED})[ \\u00a0]{0,2}(?:#|no\\.?[ ]?)?\\d{1,3}(?:\\.\\d{1,2})?[a-z]?(?:[ ]{0,2}[:.|)]|[ ]{0,2}[-–—])[ \\u00a0]{0,4}(?=\\S)`,
      "iuy",
    ),
    style: (found) => found[1]!.toLowerCase(),
  },
  {
    begins: beginsCounted,
    pattern: /(talk|session|keynote|paper|presentation|lecture|vortrag) ?#?\d{1,3} (?=\p{Lu})/iuy,
    style: (found) => found[1]!.toLowerCase(),
  },
  { begins: isCapital, pattern: /[A-Z](?:\d{1,2})?[.)][ \u00a0]{1,4}(?=\S)/uy, style: () => "letter" },
  { begins: isCapital, pattern: /[A-Z]\.(?=\p{Lu}\p{Ll})/uy, style: () => "letter" },
  {
    begins: isDigit,
    pattern: /(?:\d{1,3}\.){1,3}\d{0,3}[)]?[ \u00a0]{1,4}(?=\S)|\d{1,3}[)][ \u00a0]{1,4}(?=\S)/uy,
    style: () => "number",
  },
  {
    begins: among("(#0123456789"),
    pattern:
      /\(?#?\d{1,3}\)?[ \u00a0]{0,3}(?:[-–—:|]|\.(?!\d))[ \u00a0]{1,4}(?=\S)|#\d{1,3}[:.]?[ \u00a0]{1,4}(?=\S)/uy,
    style: () => "number",
  },
  {
    begins: among("IVX"),
    pattern: /(?:II|III|IV|VI{0,3}|IX|XI{0,3})[.)][ \u00a0]{1,4}(?=\S)/uy,
    style: () => "number",
  },
  {
    begins: among(`[${CAPITALS}`),
    pattern:
      /[A-Z]{2,5}-?\d{3,5}(?:-[A-Z]{1,2}\d{0,2})?[ \u00a0]{0,3}(?:[-–—:|]|[ ]{2})[ \u00a0]{0,3}(?=\S)|\[[A-Z]{2,5}-?\d{2,5}\][ \u00a0]{0,3}(?=\S)/uy,
    style: () => "code",
  },
];
