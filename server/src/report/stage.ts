import { type FoundPerson, readPeople } from "./people.js";

/** People that running text says have spoken, and by which words. */
export interface Mention {
  readonly people: readonly FoundPerson[];
  readonly rule: string;
}

const SAID_BY =
  /\b(?:presented|delivered|given|held|led|taught|hosted|moderated|run|session was) by\s+|\b(?:the |our )?(?:speakers?|presenters?|panelists|panellists) (?:is|are|was|were|included?|:)\s+/gi;
const SPOKE =
  /\s+(?:(?:then |also |just |again )?(?:gave|gives|delivered|delivers|presented|presents|held|holds|did)\s+(?:us )?(?:a|an|the|his|her|their|another|this|some|two|our)\s+(?:[\p{L}\p{N}+.-]{1,24}\s+){0,4}?(?:talk|keynote|presentation|session|lecture|overview|introduction|speech|demo|tutorial|workshop|lightning|intro|update|tour)|(?:then |also )?(?:gets?|got|comes?|came|goes|went|walks?|walked|steps?|stepped|is|was|returns?|returned|joins?|joined|invited|takes?|took|hits?)\s+(?:back )?(?:up )?(?:on|onto|the|to|on to)\s+(?:the )?stage)/iu;
/** What a speaker does at the start of a section's text. */
const OPENS =
  /^[,\s]*(?:(?:then|also|first|now)\s+)?(?:starts?|started|begins?|began|opens?|opened|kicks?|kicked|talked|talks|spoke|speaks|presented|presents|delivered|delivers|gave|gives|introduced|introduces|showed|shows|shared|shares|discussed|discusses|explained|explains|walked|walks|demonstrated|demonstrates|described|describes|covered|covers|welcomed|welcomes|announced|announces|outlined|outlines)\b/;

/** The speakers that the first words of a text tell, or undefined. */
export function mentionIn(text: string): Mention | undefined {
  const start = text.slice(0, 500);
  for (const match of start.matchAll(SAID_BY)) {
    const people = peopleBehind(start, match.index + match[0].length);
    if (people) return { people, rule: `the words “${match[0].trim()}”` };
  }
  const spoke = SPOKE.exec(start);
  if (spoke) {
    const people = peopleBefore(start, spoke.index);
    if (people) return { people, rule: `the words “${spoke[0].trim()}”` };
  }
  const opening = peopleBehind(start, 0, OPENS);
  return opening ? { people: opening, rule: "the text begins with what somebody says or shows" } : undefined;
}

/** Everybody who comes on stage in a text: for keynotes, where several do. */
export function peopleOnStage(text: string): FoundPerson[] {
  const found: FoundPerson[] = [];
  const add = (people: readonly FoundPerson[] | undefined) => {
    for (const person of people ?? []) if (!found.some(({ name }) => name === person.name)) found.push(person);
  };
  let from = 0;
  for (const sentence of sentences(text)) {
    const spoke = SPOKE.exec(sentence);
    if (spoke) add(moved(peopleBefore(sentence, spoke.index), from));
    const opening = peopleBehind(sentence, 0, /^\s+(?=\p{Ll}{2,})/u);
    if (opening && from === 0 && opening.some(({ role, affiliation }) => role ?? affiliation)) add(opening);
    from += sentence.length;
  }
  return found;
}

function sentences(text: string): string[] {
  return text.match(/[^.!?\n]{0,600}(?:[.!?\n]+(?=\s|$)\s{0,3}|[.!?\n]|$)/g)?.filter((piece) => piece !== "") ?? [];
}

function moved(people: FoundPerson[] | undefined, by: number): FoundPerson[] | undefined {
  return people?.map((person) => ({ ...person, from: person.from + by, to: person.to + by }));
}

/** The longest list of people that begins at `at`, where `next` (if any) follows it. */
function peopleBehind(text: string, at: number, next?: RegExp): FoundPerson[] | undefined {
  const stretch = text.slice(at, at + 200);
  const skip = /^(?:the |my |our |dear |former )?/i.exec(stretch)![0].length;
  const ends = [...stretch.matchAll(/[\s,.;:)]|$/g)].map((match) => match.index + (match[0] === ")" ? 1 : 0)).filter((end) => end > skip);
  for (const end of ends.reverse()) {
    if (next && !next.test(stretch.slice(end))) continue;
    const list = readPeople(stretch.slice(skip, end));
    if (list && (list.certainty === "known" || (list.certainty === "likely" && (!next || list.described))))
      return moved([...list.people], at + skip);
  }
  return undefined;
}

/** The longest list of people that ends at `end`. */
function peopleBefore(text: string, end: number): FoundPerson[] | undefined {
  const start = Math.max(0, end - 160);
  const stretch = text.slice(start, end).replace(/,\s*$/, "");
  const from = [...stretch.matchAll(/(?:^|[\s(“"])(?=\p{Lu})/gu)].map((match) => match.index + match[0].length);
  for (const at of from) {
    const list = readPeople(stretch.slice(at));
    if (list && list.certainty === "known") return moved([...list.people], start + at);
  }
  for (const at of from) {
    const list = readPeople(stretch.slice(at));
    if (list && list.certainty === "likely" && list.people.length === 1) return moved([...list.people], start + at);
  }
  return undefined;
}
