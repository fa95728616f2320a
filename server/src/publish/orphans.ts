import type { Span } from "../text/span.js";
import { type Definition, definitions, labelsIn, wordsAt } from "./definitions.js";
import type { Region } from "./regions.js";
import { firstFrom, SpanIndex } from "./span-index.js";
import type { Structure } from "./structure.js";

/** The definitions that only text of the regions uses, or of other such definitions. Those that nothing uses stay. */
export function orphans(structure: Structure, regions: readonly Span[]): Region[] {
  const taken = new SpanIndex(regions);
  const all = definitions(structure).filter((definition) => !taken.overlaps(definition));
  if (all.length === 0) return [];
  const uses = new Uses(structure.text, regions, all);
  for (const region of regions) uses.hide(structure.text.slice(region.from, region.to));
  const dropped = new Set<Definition>();
  for (let next = uses.next(); next; next = uses.next()) {
    dropped.add(next);
    uses.drop(next);
  }
  return all
    .filter((definition) => dropped.has(definition))
    .map(({ from, to, kind }) => ({ from, to, kind: "drop", what: `${kind}-definition` }));
}

/** A stretch of public text that lies in a definition, and in its label, as a whole or not at all. */
interface Piece extends Span {
  /** What it uses, each as often as it does. */
  readonly names: string[];
  /** A label uses nothing. */
  readonly isLabel: boolean;
  dropped: boolean;
}

/** Which definitions public text still uses, and which hidden text does, while one after the other is dropped. */
class Uses {
  private readonly pieces: readonly Piece[];
  private readonly starts: readonly number[];
  private readonly byName = new Map<string, Definition[]>();
  /** How often pieces that are public use a name. */
  private readonly outside = new Map<string, number>();
  /** Names that hidden text uses. */
  private readonly hidden = new Set<string>();
  /** Definitions of which it is to be seen whether they are used. */
  private readonly doubtful: Definition[] = [];

  constructor(text: string, regions: readonly Span[], all: readonly Definition[]) {
    this.pieces = piecesOf(text, regions, all);
    this.starts = this.pieces.map(({ from }) => from);
    for (const piece of this.pieces)
      for (const label of labelsIn(text.slice(piece.from, piece.to))) piece.names.push(labelled(label));
    for (const definition of all) {
      const name = nameOf(definition);
      const known = this.byName.get(name);
      if (known) known.push(definition);
      else this.byName.set(name, [definition]);
    }
    const words = all.filter(({ kind }) => kind === "abbreviation").map(({ label }) => label);
    for (const word of new Set(words)) this.findWord(text, word, regions);
    for (const { names, isLabel } of this.pieces)
      for (const name of isLabel ? [] : names) this.outside.set(name, (this.outside.get(name) ?? 0) + 1);
  }

  /** Counts the places of a word, which can be anywhere. */
  private findWord(text: string, word: string, regions: readonly Span[]): void {
    const inRegion = new SpanIndex(regions);
    for (const at of wordsAt(text, word)) {
      const to = at + word.length;
      const piece = this.pieces[firstFrom(this.starts, at + 1) - 1];
      if (piece && to <= piece.to) piece.names.push(worded(word));
      else if (inRegion.holds({ from: at, to })) this.hideName(worded(word));
    }
  }

  /** What a hidden text uses may be used by nothing else. */
  hide(text: string): void {
    for (const label of labelsIn(text)) this.hideName(labelled(label));
  }

  private hideName(name: string): void {
    if (this.hidden.has(name)) return;
    this.hidden.add(name);
    for (const definition of this.byName.get(name) ?? []) this.doubtful.push(definition);
  }

  /** A definition that only hidden text uses, another one each time. */
  next(): Definition | undefined {
    for (let found = this.doubtful.pop(); found; found = this.doubtful.pop())
      if (!this.outside.get(nameOf(found))) return found;
    return undefined;
  }

  /** What a definition uses is hidden with it. */
  drop({ from, to }: Span): void {
    for (let at = firstFrom(this.starts, from); at < this.pieces.length && this.pieces[at]!.from < to; at++) {
      const piece = this.pieces[at]!;
      if (piece.dropped) continue;
      piece.dropped = true;
      for (const name of piece.names) {
        this.hideName(name);
        if (piece.isLabel) continue;
        const left = (this.outside.get(name) ?? 0) - 1;
        this.outside.set(name, left);
        if (left === 0) for (const definition of this.byName.get(name) ?? []) this.doubtful.push(definition);
      }
    }
  }
}

const labelled = (label: string) => `[${label}`;
const worded = (word: string) => `*${word}`;

function nameOf({ kind, label }: Definition): string {
  return kind === "abbreviation" ? worded(label) : labelled(label);
}

function piecesOf(text: string, regions: readonly Span[], all: readonly Definition[]): Piece[] {
  const hidden = new SpanIndex(regions);
  const labels = new SpanIndex(all.map(({ from, labelTo }) => ({ from, to: labelTo })));
  const cuts = new Set([0, text.length]);
  for (const { from, to } of regions) cuts.add(from).add(to);
  for (const { from, labelTo, to } of all) cuts.add(from).add(labelTo).add(to);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).flatMap((to, index) => {
    const span = { from: places[index]!, to };
    return hidden.holds(span)
      ? []
      : [{ ...span, names: [], isLabel: labels.holds(span), dropped: false } satisfies Piece];
  });
}
