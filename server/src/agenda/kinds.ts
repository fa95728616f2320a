import { aboutKind, type Kind } from "../report/kind-table.js";
import { vocabularyWith, wordedKind } from "../report/kinds.js";

/** What a programme says of an entry's kind, in words of its own. */
export interface KindClues {
  readonly type?: string;
  readonly track?: string;
  readonly title: string;
  /** Everybody is there: nothing runs beside it. */
  readonly plenary?: boolean;
  /** Nobody speaks: a break, the registration. */
  readonly service?: boolean;
}

const VOCABULARY = vocabularyWith({});

/** The kind of an entry: by its type, else its title, else its track; a talk where nothing tells. */
export function agendaKind({ type, track, title, plenary, service }: KindClues): Kind {
  const told = byWords(type) ?? byWords(title, true);
  if (told) return told;
  if (service) return "logistics";
  const byTrack = byWords(track);
  if (byTrack && byTrack !== "breakout") return byTrack;
  return plenary ? "keynote" : "breakout";
}

function byWords(words: string | undefined, plainly = false): Kind | undefined {
  const found = words === undefined ? undefined : wordedKind(words, VOCABULARY);
  if (!found || (plainly && (found.uncertain || found.place === "within"))) return undefined;
  return aboutKind(found.kind).inProgramme ? found.kind : undefined;
}
