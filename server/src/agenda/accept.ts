import type { Analyser, Analysis } from "../analysis.js";
import { append } from "../text/append.js";
import { difference } from "../text/difference.js";
import type { TextEdit } from "../text/edit.js";
import { countAtFront } from "../text/ordered.js";
import type { Span } from "../text/span.js";
import type { Agenda } from "./agenda.js";
import { edited } from "./edited.js";
import { type AgendaChange, agendaChanges } from "./sync.js";

/** Accepting a change can make another possible: a section moves below a day that was just written. */
const MAX_ROUNDS = 12;

/**
 * The edits that accept all changes that `wanted` picks, also those that become possible on the way. Changes whose
 * edits would meet are accepted one after the other, each worked out on what those before it left.
 */
export function acceptAll(
  analysis: Analysis,
  agenda: Agenda,
  analyser: Analyser,
  wanted: (change: AgendaChange) => boolean,
): TextEdit[] {
  const rounds: TextEdit[][] = [];
  let current = analysis;
  while (rounds.length < MAX_ROUNDS) {
    const edits = compatible(agendaChanges(current, agenda, analyser).filter(wanted));
    if (edits.length === 0) break;
    rounds.push(edits);
    current = edited(current, analyser, edits);
  }
  // Edits of one round are those of the report itself; several rounds become one edit of what they changed.
  const [only, second] = rounds;
  if (only && !second) return only;
  const { content } = analysis.text;
  return difference(content, { from: 0, to: content.length }, current.text.content);
}

/** A day's heading at the start of what a change inserts. */
const NEW_DAY = /^\s*#{1,5} (\w+, \d{4}-\d\d-\d\d|Other sessions)\s/;

/** The edits of the changes that do not meet those of a change before them; only one change writes a new day. */
function compatible(changes: readonly AgendaChange[]): TextEdit[] {
  const accepted = new AcceptedEdits();
  const days = new Set<string>();
  for (const change of changes) {
    const day = change.edits.map(({ insert }) => NEW_DAY.exec(insert)?.[1]).find((found) => found);
    if (day !== undefined && days.has(day)) continue;
    if (change.edits.some((edit) => accepted.meets(edit))) continue;
    if (day !== undefined) days.add(day);
    accepted.add(change.edits);
  }
  return accepted.edits;
}

/** Edits that do not meet. */
class AcceptedEdits {
  readonly edits: TextEdit[] = [];
  /** Those that take text away, in order. */
  private readonly spans: Span[] = [];
  private readonly insertions = new Map<number, Set<string>>();

  add(edits: readonly TextEdit[]): void {
    for (const { from, to, insert } of edits) {
      if (from < to) this.spans.splice(this.firstBehind(from), 0, { from, to });
      else this.insertions.set(from, (this.insertions.get(from) ?? new Set()).add(insert));
    }
    append(this.edits, edits);
  }

  /** Whether an edit overlaps one of them, or is the same. Two insertions at one place stand one behind the other. */
  meets({ from, to, insert }: TextEdit): boolean {
    if (from === to && this.insertions.get(from)?.has(insert)) return true;
    const span = this.spans[this.firstBehind(from)];
    if (span && span.from < to) return true;
    return this.insertsWithin(from, to);
  }

  /** The index of the first span that ends behind an offset. */
  private firstBehind(offset: number): number {
    return countAtFront(this.spans, ({ to }) => to <= offset);
  }

  private insertsWithin(from: number, to: number): boolean {
    for (let at = from + 1; at < to; at++) if (this.insertions.has(at)) return true;
    return false;
  }
}
