import { l10n, type Message } from "../text/message.js";
import type { BodyFacts } from "./body-speakers.js";
import type { Person } from "./model.js";
import type { FoundPerson } from "./people.js";
import type { Node } from "./section-tree.js";
import type { Line } from "./speaker-lines.js";
import { SPEAKER_PLACES, type SpeakerPlace } from "./speaker-places.js";

/** How often a notation must be sure before its doubtful cases count too. */
const PATTERN = 2;
/** Places in a heading where two capitalised words are a name or a piece of the title. */
const DOUBTFUL = new Set<SpeakerPlace>(["dash", "kind", "comma", "first"]);
/** How many headings must end in a company before it is a column of them. */
const COLUMN = 3;

/** Speakers of headings and of the lines below them; doubtful ones only where the same notation is sure elsewhere. */
export function nameSpeakers(nodes: readonly Node[], bodies: readonly BodyFacts[]): void {
  const inHeading = new Counts<SpeakerPlace>();
  const alone = new Counts<Line["style"]>();
  for (const node of nodes) {
    const { speakers } = node.heading.reading;
    if (speakers?.firm) inHeading.add(speakers.place);
    const body = bodies[node.at]?.speakers;
    if (body?.firm && body.lone) alone.add(body.lone);
  }
  for (const node of nodes) {
    const named = node.heading.reading.speakers;
    const body = bodies[node.at];
    const below = body?.speakers;
    if (
      named?.firm &&
      below &&
      below.kind !== "prose" &&
      DOUBTFUL.has(named.place) &&
      contradicts(below.people, named.people)
    ) {
      // Two capitalised words in the heading were no name after all: the speaker line says who speaks.
      node.title = node.heading.reading.unsplit;
      take(node, below.people, below.reason.rule, below.reason.words);
    } else if (named && (named.firm || inHeading.isPattern(named.place))) {
      const people = node.heading.reading.named;
      node.title = {
        from: named.firm ? node.title.from : named.from,
        to: named.firm ? node.title.to : named.to,
      };
      if (named.firm) {
        node.speakers = people;
        node.spoken = true;
      } else
        take(
          node,
          people,
          l10n.t("{0}, as in other headings", [SPEAKER_PLACES[named.place]]),
          people.map(({ name }) => name).join(", "),
        );
      if (below && below.kind !== "prose") node.speakers = merged(node.speakers, below.people, !below.inList);
    } else if (below)
      take(node, below.people, below.reason.rule, below.reason.words, below.kind !== "prose" || below.firm);
    else if (body?.weak?.lone && alone.isPattern(body.weak.lone))
      take(
        node,
        body.weak.people,
        l10n.t("{0}, as in other sections", [body.weak.reason.rule]),
        body.weak.reason.words,
      );
  }
}

/** How often each notation is sure. */
class Counts<Notation> {
  private readonly counts = new Map<Notation, number>();

  add(notation: Notation): void {
    this.counts.set(notation, (this.counts.get(notation) ?? 0) + 1);
  }

  isPattern(notation: Notation): boolean {
    return (this.counts.get(notation) ?? 0) >= PATTERN;
  }
}

function take(node: Node, people: readonly Person[], rule: Message, words: string, spoken = true): void {
  node.speakers = people;
  node.spoken = spoken;
  node.reasons.push({ rule, words });
}

/** Whether a speaker line names others than a heading whose names are only likely. */
function contradicts(below: readonly Person[], named: readonly FoundPerson[]): boolean {
  if (named.some(({ certainty }) => certainty === "known")) return false;
  const words = new Set(below.flatMap(({ name }) => name.toLowerCase().split(/\s+/)));
  return !named.some(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((word) => words.has(word)),
  );
}

/** The heading's people, with what the lines below say of them, and further ones that a line of names adds. */
function merged(people: readonly Person[], more: readonly Person[], add: boolean): Person[] {
  const known = people.map((person) => {
    const same = more.find(({ name }) => name.toLowerCase() === person.name.toLowerCase());
    return same ? { ...same, ...person } : person;
  });
  const words = new Set(people.flatMap(({ name }) => name.toLowerCase().split(/\s+/)));
  const others = more.filter(
    ({ name }) =>
      !name
        .toLowerCase()
        .split(/\s+/)
        .some((word) => words.has(word)),
  );
  return add ? [...known, ...others] : known;
}

/** `Title - Acme`: where several headings without speakers end so, the company is no part of the title. */
export function dropCompanies(nodes: readonly Node[]): void {
  const tails = nodes.filter(
    ({ heading, spoken }) => heading.reading.company && !(spoken && heading.reading.speakers),
  );
  const companies = tails.filter(({ heading }) => heading.reading.company?.likely);
  if (companies.length < COLUMN || companies.length * 3 < tails.length * 2) return;
  for (const node of companies) {
    const { company } = node.heading.reading;
    if (!company) continue;
    node.title = { from: node.title.from, to: company.to };
    node.reasons.push({
      rule: l10n.t("a company behind the title, as in other headings"),
      words: company.words,
    });
  }
}
