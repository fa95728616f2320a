import { among, isAsciiLetter, isSmallLetter, isSpace } from "../text/characters.js";
import { l10n, type Message } from "../text/message.js";
import { isOneSlip } from "../text/nearest.js";
import { type FoundPerson, type PeopleList, readPeople, shifted } from "./people.js";
import words from "./speaker-words.json" with { type: "json" };
import { mentionIn } from "./stage.js";

/** One line of a section's body as a reader sees it. */
export interface Line {
  readonly text: string;
  readonly style: "plain" | "emphasis" | "item" | "quote";
  /** In a list inside a list. */
  readonly nested: boolean;
  /** Nothing else stands on the source's line. */
  readonly last: boolean;
}

export type LineReading = NamingLine | AboutLine | OtherLine;

/** A line that names speakers. */
export interface NamingLine {
  readonly kind: "field" | "name" | "entry" | "prose";
  readonly rule: Message;
  readonly people: readonly FoundPerson[];
  /** It names who leads others through the session. */
  readonly moderates?: true;
  /** How a line is written that is a name and nothing else: other sections may show the same. */
  readonly lone?: Line["style"];
  /** Whether the line alone is proof; else other sections must show the same. */
  readonly firm: boolean;
}

/** `firm: Acme`, `role: CTO`: of the speaker named before. */
export interface AboutLine {
  readonly kind: "about";
  readonly affiliation?: string;
  readonly role?: string;
  readonly people?: undefined;
}

/** A field that names nobody, such as `Slides: …`: the speaker may still follow. */
export interface OtherLine {
  readonly kind: "other";
  readonly people?: undefined;
}

const MODERATOR = new Set(words.moderator);
const SPEAKER = new Set([...words.speaker, ...words.moderator]);
const AFFILIATION = new Set(words.affiliation);
const ROLE = new Set(words.role);
const OTHER = new Set(words.other);
const LONG_FIELDS = [...SPEAKER].filter((word) => word.length > 5 && !word.includes(" "));

/** What a line below a heading says of the speakers, or undefined where it is text like any other. */
export function readLine(line: Line): LineReading | undefined {
  return readForm(line) ?? proseReading(line);
}

/** What the form of a line says of the speakers: a field, a line of names, an entry of a list. */
export function readForm(line: Line): LineReading | undefined {
  return field(line) ?? byLine(line) ?? nameLine(line) ?? entry(line);
}

/** The name of a field and its colon, or a dash between blanks. */
const FIELD =
  /^[*_(]{0,3}([\p{L}][\p{L} ’'()/-]{0,28}?)[*_]{0,3}\s{0,2}(?::|\s[-–—](?=\s|@))[*_]{0,3}\s{0,6}/u;
const isInFieldName = among(" '()/-*_");

/** Whether a line can begin as a field: a look at its units as far as the first that no field's name has. */
function mayBeField(text: string): boolean {
  for (let at = 0; at < Math.min(text.length, 48); at++) {
    const code = text.charCodeAt(at);
    if (code === 58) return true;
    if (isDash(code) && isSpace(text.charCodeAt(at - 1)) && isBehindDash(text.charCodeAt(at + 1)))
      return true;
    if (code < 128 && !isAsciiLetter(code) && !isInFieldName(code) && !isSpace(code)) return false;
  }
  return false;
}

const isDash = among("-–—");

function isBehindDash(code: number): boolean {
  return code === 64 || isSpace(code);
}

/** `Speaker: Ada Lovelace (Acme)`, `Speakers: A, B`, `firm: Acme`. */
function field({ text }: Line): LineReading | undefined {
  const colon = mayBeField(text) ? FIELD.exec(text) : null;
  if (!colon) return undefined;
  const name = colon[1]!
    .toLowerCase()
    .replace(/\((s|n|en|in|innen)\)$/, "$1")
    .trim();
  const value = text.slice(colon[0].length);
  if (AFFILIATION.has(name)) return { kind: "about", affiliation: value.trim() };
  if (ROLE.has(name)) return { kind: "about", role: value.trim() };
  if (!SPEAKER.has(name) && !misspeltSpeaker(name)) return OTHER.has(name) ? { kind: "other" } : undefined;
  const list = saidPeople(value);
  if (!list) return { kind: "other" };
  return {
    kind: "field",
    rule: l10n.t("the field “{0}”", colon[1]!),
    people: shifted(list, colon[0].length),
    firm: true,
    ...(MODERATOR.has(name) ? { moderates: true } : {}),
  };
}

const BY_LINE =
  /^[*_(]{0,3}(?:(?:a )?(?:talk|session|presentation|presented|delivered|given|held|hosted|led|keynote)\s)?(?:by|von|par|por|da)\s+/i;
/** The words that it begins with, of at most so many letters. */
const BY_BEGINNINGS = new Set(
  "a talk session presentation presented delivered given held hosted led keynote by von par por da".split(
    " ",
  ),
);
const MOST_BEGINNING = 12;
const isMark = among("*_(");
const isByLetter = among("abdghklpstvABDGHKLPSTV");

function mayBeByLine(text: string): boolean {
  let from = 0;
  while (from < 3 && isMark(text.charCodeAt(from))) from++;
  if (!isByLetter(text.charCodeAt(from))) return false;
  let to = from + 1;
  while (to <= from + MOST_BEGINNING && isAsciiLetter(text.charCodeAt(to))) to++;
  return BY_BEGINNINGS.has(text.slice(from, to).toLowerCase());
}

/** `by Ada Lovelace`, `presented by Ada Lovelace (Acme)`, alone on a line. */
function byLine({ text, style }: Line): LineReading | undefined {
  const by = mayBeByLine(text) ? BY_LINE.exec(text) : null;
  if (!by) return undefined;
  const list = saidPeople(text.slice(by[0].length));
  const open = /^\S+\s+by/i.test(by[0]) || style === "emphasis";
  if (!list || (list.certainty === "possible" && !(open && /^\p{Lu}/u.test(text.slice(by[0].length)))))
    return undefined;
  return {
    kind: "field",
    rule: l10n.t("a line that begins with “by”"),
    people: shifted(list, by[0].length),
    firm: list.certainty !== "possible" || /^\S+\s+by/i.test(by[0]),
  };
}

const LONE_NAME = {
  plain: l10n.t("a line of its own that is a name"),
  item: l10n.t("a line of its own in a list that is a name"),
  quote: l10n.t("a line of its own in a quote that is a name"),
  emphasis: l10n.t("a line of its own, emphasised, that is a name"),
} as const;

const isStop = among(".?");

/** Whether the two signs before the last are small letters or closing brackets. */
function endsInSmall(text: string): boolean {
  const { length } = text;
  const one = text.charCodeAt(length - 3);
  const two = text.charCodeAt(length - 2);
  if (one < 128 && two < 128) return (one === 41 || isSmallLetter(one)) && (two === 41 || isSmallLetter(two));
  return /[\p{Ll})]{2}[.?]$/u.test(text.slice(-5));
}

/** Whether a text has that many blanks. */
function hasBlanks(text: string, many: number): boolean {
  let left = many;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) if (--left === 0) return true;
  return false;
}

/** A line that is nothing but people: `Ada Lovelace, CTO @ Acme`, `*Ada Lovelace (Acme)*`, `> Ada Lovelace @ada`. */
function nameLine(line: Line): LineReading | undefined {
  const { text, style, nested } = line;
  if (
    text.length > 160 ||
    nested ||
    !line.last ||
    (isStop(text.charCodeAt(text.length - 1)) && endsInSmall(text) && hasBlanks(text, 5))
  )
    return undefined;
  const lone = style === "quote" && /^(.{1,40}?)\s+@[\w]{2,30}[.!]?$/.exec(text);
  const list = readPeople(text) ?? (lone && !/\s/.test(lone[1]!) ? readPeople(text, true) : undefined);
  if (!list) return undefined;
  if (list.certainty === "possible")
    return lone
      ? { kind: "name", rule: l10n.t("a quoted name with a handle"), people: list.people, firm: true }
      : undefined;
  const marked = style === "emphasis" || style === "quote";
  const plainlyNamed = list.certainty === "known" && !/[.!?]$/.test(text.replace(/(?<!!)!+$/, ""));
  return {
    kind: "name",
    rule: LONE_NAME[style],
    lone: style,
    people: list.people,
    firm: plainlyNamed || (marked && (list.described || style === "emphasis")),
  };
}

/** `Ada Lovelace (Acme): what she said`: in a keynote's list, one entry a speaker. */
function entry({ text, style, nested }: Line): LineReading | undefined {
  if (style !== "item" || nested) return undefined;
  const end = entryNameEnd(text);
  const list = end === undefined ? undefined : readPeople(text.slice(0, end));
  if (!list || list.certainty === "possible") return undefined;
  return {
    kind: "entry",
    rule: l10n.t("a list of people"),
    people: list.people,
    firm: list.certainty === "known" || list.described,
  };
}

/** Where the name of an entry ends: before a colon, or a dash between blanks, and the blanks before that. */
function entryNameEnd(text: string): number | undefined {
  const most = Math.min(text.length, 120);
  for (let at = 0; at + 1 < most; at++) {
    const code = text.charCodeAt(at);
    const isEnd = code === 58 || (isDash(code) && at > 0 && isSpace(text.charCodeAt(at - 1)));
    if (!isEnd || !isSpace(text.charCodeAt(at + 1))) continue;
    let end = at;
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
    return end;
  }
  return undefined;
}

/** `Presented by Ada Lovelace (Acme CTO).`, `Ada Lovelace gave a talk on …`. */
export function proseReading({ text, nested }: Line): NamingLine | undefined {
  if (nested) return undefined;
  const found = mentionIn(text);
  return found && { kind: "prose", rule: found.rule, people: found.people, firm: found.firm };
}

/** People where the line says that people follow; what follows a dash or a comma in small letters is no name. */
function saidPeople(text: string): PeopleList | undefined {
  const value = text.replace(/[*_]{1,3}$/, "").replace(/(?<![\s!])[\s!]+$/, "");
  const cut = value.search(
    /(?<!\s)\s+[-–—]\s+\p{Ll}|\)\s+\p{Ll}|\.\s|,\s+(?:who|one of|the|a|an|from|whose)\s/u,
  );
  const lists = [
    value,
    cut > 0 ? value.slice(0, cut + (value[cut] === ")" ? 1 : 0)) : "",
    beforeOpen(value),
    repaired(value),
    firstPart(value),
  ];
  for (const list of lists) {
    const read = list === "" ? undefined : readPeople(list, true);
    if (read) return read;
  }
  return undefined;
}

/** `Ada Lovelace & Bob Roe ([Acme](https:`: a link broken by the end of the line. */
function beforeOpen(text: string): string {
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] === ")") depth++;
    else if (text[at] === "(" && --depth < 0)
      return /\)$|[\p{L}]$/u.test(text.slice(0, at).trim())
        ? text
            .slice(0, at)
            .replace(/\s{0,9}\(?\[[^\]]{0,500}\]$/, "")
            .trim()
        : "";
  }
  return "";
}

/** `Ada Lovelace Acme)`: a parenthesis that was never opened hides a company. */
function repaired(text: string): string {
  const close = text.indexOf(")");
  if (close < 0 || text.includes("(")) return "";
  const found = /^((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}.'’-]*)\s+(\S+)\)/u.exec(text.slice(0, 120));
  return found ? found[1]! : "";
}

function firstPart(text: string): string {
  return /^[^,(]{2,60}(?:\([^()]{0,120}\))?/.exec(text)?.[0].trim() ?? "";
}

/** Whether a word is one slip away from a longer word for a speaker: a letter more, less, other or swapped. */
function misspeltSpeaker(word: string): boolean {
  if (word.length <= 4 || OTHER.has(word)) return false;
  return LONG_FIELDS.some((known) => isOneSlip(word, known));
}
