import type { Kind } from "../report/kind-table.js";
import type { Place, ReportCard } from "./card.js";
import type { PersonSummary } from "./person.js";
import { Names } from "./search.js";

/** Something that can be gone to by name. */
export interface FoundSymbol {
  readonly what: "report" | "session" | "person";
  readonly name: string;
  /** The kind of a session's section; `topic` otherwise. */
  readonly kind: Kind;
  /** A session's index among the report's sections; -1 otherwise. */
  readonly index: number;
  /** The event or report it belongs to, or a person's affiliation. */
  readonly container?: string;
  readonly uri: string;
  readonly at: Place;
}

/** The symbols of one report: itself, then its sections. */
export class ReportSymbols extends Names<FoundSymbol> {
  constructor(
    private readonly uri: string,
    private readonly card: ReportCard,
  ) {
    super();
  }

  get size(): number {
    return this.card.sections.length + 1;
  }

  name(at: number): string {
    const { title, event, sections } = this.card;
    return at > 0 ? sections[at - 1]!.title : (title ?? event ?? fileName(this.uri));
  }

  found(at: number): FoundSymbol {
    const { uri, card } = this;
    const { event, title, sections } = card;
    const name = this.name(at);
    const container = at > 0 ? (event ?? title) : event === name ? undefined : event;
    const within = container === undefined ? {} : { container };
    if (at === 0) return { what: "report", kind: "topic", index: -1, name, ...within, uri, at: card.at };
    const { kind, at: place } = sections[at - 1]!;
    return { what: "session", kind, index: at - 1, name, ...within, uri, at: place };
  }
}

/** Symbols that were made already. */
export class MadeSymbols extends Names<FoundSymbol> {
  constructor(private readonly symbols: readonly FoundSymbol[]) {
    super();
  }

  get size(): number {
    return this.symbols.length;
  }

  name(at: number): string {
    return this.symbols[at]!.name;
  }

  found(at: number): FoundSymbol {
    return this.symbols[at]!;
  }
}

/** A person as a symbol, at the place of introduction; undefined where no place has the name. */
export function personSymbol({ name, affiliation, introduced }: PersonSummary): FoundSymbol | undefined {
  if (!introduced) return undefined;
  const { uri, at } = introduced;
  const container = affiliation === undefined ? {} : { container: affiliation };
  return { what: "person", kind: "topic", index: -1, name, ...container, uri, at };
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
