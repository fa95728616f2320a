import { nameKey } from "../../index/name-key.js";
import type { PersonSummary, ReportIndex } from "../../index/report-index.js";
import type { KnownPerson, KnownWords } from "./known-words.js";

/**
 * What the index knows from other reports than the one at `uri`, whose own names are read from its newest text. Looked
 * up when first asked for: most places need none of it.
 */
export function wordsElsewhere(index: ReportIndex, uri: string): KnownWords {
  let people: readonly KnownPerson[] | undefined;
  return {
    get people() {
      people ??= peopleElsewhere(index, uri);
      return people;
    },
    get tags() {
      return index.tags().map(({ tag }) => tag);
    },
    get events() {
      return index.events().map(({ event }) => event);
    },
  };
}

/** Who is named in other reports, those with most sessions first; what only internal comments say is left out. */
function peopleElsewhere(index: ReportIndex, uri: string): KnownPerson[] {
  const own = new Set((index.card(uri)?.mentions ?? []).map(({ name }) => nameKey(name)));
  const elsewhere = (name: string) =>
    index.person(name)?.appearances.some((seen) => seen.uri !== uri && !seen.mention.private) === true;
  return [...index.people()]
    .sort((a, b) => b.sessions - a.sessions)
    .flatMap((person) => {
      const inDoubt = !person.introduced || person.introduced.private || own.has(nameKey(person.name));
      return inDoubt && !elsewhere(person.name) ? [] : [known(person)];
    });
}

function known({ name, affiliation, role, introduced }: PersonSummary): KnownPerson {
  if (!introduced || introduced.private) return { name };
  return {
    name,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(role === undefined ? {} : { role }),
  };
}
