import type { Analyser, Analysis } from "../analysis.js";
import type { TextEdit } from "../text/edit.js";
import type { Agenda } from "./agenda.js";
import { difference } from "./difference.js";
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
  const edits: TextEdit[] = [];
  const days = new Set<string>();
  for (const change of changes) {
    const day = change.edits.map(({ insert }) => NEW_DAY.exec(insert)?.[1]).find((found) => found);
    if (day !== undefined && days.has(day)) continue;
    if (change.edits.some((edit) => edits.some((other) => meet(edit, other)))) continue;
    if (day !== undefined) days.add(day);
    edits.push(...change.edits);
  }
  return edits;
}

/** Whether two edits overlap, or are the same. Two insertions at one place stand one behind the other. */
function meet(a: TextEdit, b: TextEdit): boolean {
  if (a.from === a.to && b.from === b.to) return a.from === b.from && a.insert === b.insert;
  return a.from < b.to && b.from < a.to;
}
