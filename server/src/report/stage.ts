import { among, isSpace, matchesAt, matchesOf } from "../text/characters.js";
import { l10n, type Message } from "../text/message.js";
import { Sieve } from "../text/sieve.js";
import { mayBeginNames } from "./name-starts.js";
import { type FoundPerson, isTitled, readPeople } from "./people.js";

/** People that running text says have spoken, and by which words. */
export interface Mention {
  readonly people: readonly FoundPerson[];
  readonly rule: Message;
  /** Whether the words leave no doubt that these people spoke here. */
  readonly firm: boolean;
}

const SAID_BY =
  /\b(?:presented|delivered|given|held|led|taught|hosted|moderated|run|session was) by\s+|\b(?:the |our )?(?:speakers?|presenters?|panelists|panellists) (?:is|are|was|were|included?|:)\s+/gi;
const SPOKE =
  /(?<!\s)\s+(?:(?:then |also |just |again )?(?:gave|gives|delivered|delivers|presented|presents|held|holds|did)\s+(?:us )?(?:a|an|the|his|her|their|another|this|some|two|our)\s+(?:[\p{L}\p{N}+.-]{1,24}\s+){0,4}?(?:talk|keynote|presentation|session|lecture|overview|introduction|speech|demo|tutorial|workshop|lightning|intro|update|tour)|(?:then |also )?(?:gets?|got|comes?|came|goes|went|walks?|walked|steps?|stepped|is|was|returns?|returned|joins?|joined|invited|takes?|took|hits?)\s+(?:back )?(?:up )?(?:on|onto|the|to|on to)\s+(?:the )?stage|(?:is|was) (?:up )?next\b)/iu;
const UP_NEXT = /\b(?:on stage|up next|next up|first up)(?: is| was| came| comes|:)\s+/gi;
const STARTS_LIKE_NAME =
  /^(?:the |my |our )?(?:\p{L}{1,5}\.? )?(?:\p{Lu}|\p{Lo})[^\s]*\s+\(?(?:\p{Lu}|\p{Lo}|\p{Ll}{1,4}\s)/u;
const EVERY_SPOKE = new RegExp(SPOKE.source, "giu");
/** What a speaker does at the start of a section's text. */
const OPENS =
  /[,\s]*(?:(?:then|also|first|now)\s+)?(?:starts?|started|begins?|began|opens?|opened|kicks?|kicked|talked|talks|spoke|speaks|presented|presents|delivered|delivers|gave|gives|introduced|introduces|showed|shows|shared|shares|discussed|discusses|explained|explains|walked|walks|demonstrated|demonstrates|described|describes|covered|covers|welcomed|welcomes|announced|announces|outlined|outlines)\b/y;

/** What stands behind names in a sentence about them. */
const GOES_ON = /\s+(?=\p{Ll}{2,})/uy;

/** The words without which there is no `SPOKE`. */
const SPOKEN_OF =
  "talk keynote presentation session lecture overview introduction speech demo tutorial workshop lightning intro update tour stage next".split(
    " ",
  );
/** Words without which there is none of these, by what they are of: `SAID_BY`, `SPOKE`, `OPENS`. */
const WORDS = new Sieve([
  ["d by", "n by", "t by", "s by", "speaker", "presenter", "panelist", "panellist"],
  SPOKEN_OF,
  "start beg open kick talk spo spe present deliver gave give introduce show share discuss expla walk demonstrate describe cover welcome announce outline".split(
    " ",
  ),
]);
/** The same for `UP_NEXT` and `SPOKE`. */
const ON_STAGE = new Sieve([SPOKEN_OF]);
/** As much of a text as is read for what its first words tell, and of that for `SPOKE`. */
const MAX_START = 500;
const MAX_SPOKE = 260;
const SAYS_BY = 1;
const SAYS_SPOKE = 2;
const SAYS_OPENS = 4;

/** The speakers that the first words of a text tell, or undefined. */
export function mentionIn(text: string): Mention | undefined {
  const words = WORDS.in(text, 0, MAX_START);
  if (words === 0) return undefined;
  const start = text.slice(0, MAX_START);
  if (words & SAYS_BY)
    for (const match of matchesOf(SAID_BY, start)) {
      const people = peopleBehind(start, match.index + match[0].length);
      if (people) return { people, rule: l10n.t("the words “{0}”", match[0].trim()), firm: true };
    }
  const spoke = words & SAYS_SPOKE ? SPOKE.exec(start.slice(0, MAX_SPOKE)) : null;
  if (spoke) {
    const people = peopleBefore(start, spoke.index);
    if (people) return { people, rule: l10n.t("the words “{0}”", spoke[0].trim()), firm: true };
  }
  const opening = words & SAYS_OPENS ? peopleOpening(start, OPENS) : undefined;
  return opening
    ? {
        people: opening,
        rule: l10n.t("the text begins with what somebody says or shows"),
        firm: opening.some(({ affiliation, role }) => (affiliation ?? role) !== undefined),
      }
    : undefined;
}

/** Everybody who comes on stage in a text: for keynotes, where several do. */
export function peopleOnStage(text: string): FoundPerson[] {
  const found: FoundPerson[] = [];
  const add = (people: readonly FoundPerson[] | undefined) => {
    for (const person of people ?? [])
      if (!found.some(({ name }) => name === person.name)) found.push(person);
  };
  if (ON_STAGE.in(text) !== 0) {
    for (const match of matchesOf(UP_NEXT, text)) add(peopleBehind(text, match.index + match[0].length));
    for (const match of matchesOf(EVERY_SPOKE, text)) add(peopleBefore(text, match.index));
  }
  const opening = peopleOpening(text, GOES_ON);
  if (opening?.some(({ role, affiliation }) => (role ?? affiliation) !== undefined)) add(opening);
  return found.sort((a, b) => a.from - b.from);
}

function moved(people: FoundPerson[] | undefined, by: number): FoundPerson[] | undefined {
  return people?.map((person) => ({ ...person, from: person.from + by, to: person.to + by }));
}

/** White space or a sign behind which nobody's name goes on. */
function endsWord(code: number): boolean {
  return isSpace(code) || isSignBehind(code);
}

const isSignBehind = among(",.;:)");

/** The people that a text begins with, and behind whom `next` follows. */
function peopleOpening(text: string, next: RegExp): FoundPerson[] | undefined {
  return mayBeginNames(text.slice(leadLength(text), MAX_LIST)) && STARTS_LIKE_NAME.test(text)
    ? peopleBehind(text, 0, next)
    : undefined;
}

/** How much stands before the first name of a list: `the former `. */
function leadLength(text: string): number {
  return /^(?:the |my |our |dear )?(?:(?:former|ex)[- ]\S{1,30} )?/i.exec(text)![0].length;
}

/** As much of a text as is looked at for people. */
const MAX_LIST = 200;

/** The longest list of people that begins at `from`, where `next` (if any, sticky) follows it. */
function peopleBehind(text: string, from: number, next?: RegExp): FoundPerson[] | undefined {
  const stretch = text.slice(from, from + MAX_LIST);
  const skip = leadLength(stretch);
  if (!mayBeginNames(stretch.slice(skip))) return undefined;
  for (let at = stretch.length; at >= skip; at--) {
    if (at < stretch.length && !endsWord(stretch.charCodeAt(at))) continue;
    const end = at + (stretch[at] === ")" ? 1 : 0);
    if (end <= skip || (next && !matchesAt(next, stretch, end))) continue;
    const list = readPeople(stretch.slice(skip, end));
    if (list && (list.certainty === "known" || (list.certainty === "likely" && (!next || list.described))))
      return moved([...list.people], from + skip);
  }
  return undefined;
}

/** The longest list of people that ends at `end`. */
function peopleBefore(text: string, end: number): FoundPerson[] | undefined {
  const start = Math.max(0, end - 160);
  const stretch = text.slice(start, end).replace(/,\s*$/, "");
  const from = [...stretch.matchAll(/(?:^|[\s(“"])(?=\p{Lu})/gu)].map(
    (match) => match.index + match[0].length,
  );
  for (const at of from) {
    const list = readPeople(stretch.slice(at));
    if (list && list.certainty === "known") return moved([...list.people], start + at);
  }
  for (const at of from) {
    const list = readPeople(stretch.slice(at));
    if (list?.certainty === "likely" && (list.people.length === 1 || list.people.every(isTitled)))
      return moved([...list.people], start + at);
  }
  return undefined;
}
