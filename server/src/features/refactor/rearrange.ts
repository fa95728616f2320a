import type { Section } from "../../report/model.js";
import type { TextEdit } from "../../text/edit.js";
import { lineBreakOf } from "../../text/line-break.js";
import { l10n } from "../../text/message.js";
import { countAtFront } from "../../text/ordered.js";
import type { Span } from "../../text/span.js";
import { type EditInput, type EditResult, refused } from "../edit-result.js";
import { assembled, keepsReaders, type Pieces, Readers } from "../privacy.js";
import { headingsOf, withoutGap } from "./sections.js";

/** Blocks of whole lines that come to stand in another order. */
export interface Rearrangement {
  /** Sections' lines, adjacent to each other, in the order in which they stand. */
  readonly blocks: readonly Span[];
  /** The indexes of the blocks in their new order. */
  readonly order: readonly number[];
  /** Edits within the blocks, such as other levels of headings. */
  readonly edits?: readonly TextEdit[];
  /** The level that a heading at this offset gets; its own where undefined. */
  readonly levelOf?: (heading: number) => number | undefined;
  /** The heading that has the cursor afterwards. */
  readonly cursor: Span;
}

/**
 * Puts blocks in another order. The blank lines between them stay where they are; where a heading would be lost
 * that way, one blank line is put there. Read again, the report must have the same headings in the new order, and the
 * same people must be able to read every word.
 */
export function rearrange(input: EditInput, change: Rearrangement): EditResult {
  const { analysis, config, reanalyse } = input;
  const { content } = analysis.text;
  for (const gaps of [gapsOf, oneBlankLine]) {
    const pieces = piecesFor(input, change, gaps(input, change));
    const made = assembled(content, pieces);
    const after = reanalyse(made);
    if (!keepsHeadings(input, after, pieces, change)) continue;
    if (!keepsReaders(analysis, after, pieces, config.audiences))
      return refused(
        l10n.t("That would change what is internal: a comment begins or ends between these sections."),
      );
    const region = regionOf(change);
    const edit = { ...region, insert: made.slice(region.from, made.length - (content.length - region.to)) };
    const { origin } = new Readers(analysis, after, pieces, config.audiences);
    const heading = withoutGap(analysis.text, change.cursor);
    const at = Math.max(
      0,
      origin.findLastIndex((offset) => heading.from <= offset && offset < heading.to),
    );
    return { kind: "edits", edits: [edit], selections: [{ from: at, to: at }] };
  }
  return refused(l10n.t("That would change other headings of the report."));
}

function regionOf({ blocks }: Rearrangement): Span {
  return { from: blocks[0]?.from ?? 0, to: blocks.at(-1)?.to ?? 0 };
}

/** What stands behind each block: blank lines and the block's last line break. */
function gapsOf({ analysis }: EditInput, { blocks }: Rearrangement): Span[] {
  return blocks.map((block) => ({ from: withoutGap(analysis.text, block).to, to: block.to }));
}

function oneBlankLine({ analysis }: EditInput, { blocks }: Rearrangement): (Span | string)[] {
  const { text } = analysis;
  const eol = lineBreakOf(text.content);
  return blocks.map((block) =>
    block.to < text.length ? eol + eol : { from: withoutGap(text, block).to, to: block.to },
  );
}

function piecesFor({ analysis }: EditInput, change: Rearrangement, gaps: Pieces): Pieces {
  const { text } = analysis;
  const region = regionOf(change);
  const edits = [...(change.edits ?? [])].sort((a, b) => a.from - b.from);
  const moved = change.order.flatMap((index, at) => [
    ...edited(withoutGap(text, change.blocks[index]!), edits),
    gaps[at]!,
  ]);
  return [{ from: 0, to: region.from }, ...moved, { from: region.to, to: text.length }];
}

/** A block with the edits that lie in it, of some in order and apart from each other. */
function edited({ from, to }: Span, edits: readonly TextEdit[]): (Span | string)[] {
  const pieces: (Span | string)[] = [];
  let done = from;
  const first = countAtFront(edits, (edit) => edit.from < from);
  for (let at = first; at < edits.length && edits[at]!.to <= to; at++) {
    const edit = edits[at]!;
    pieces.push({ from: done, to: edit.from }, edit.insert);
    done = edit.to;
  }
  return [...pieces, { from: done, to }];
}

/** Whether the new report has the old headings, each once, in the order of the pieces and with their levels. */
function keepsHeadings(
  { analysis }: EditInput,
  after: EditInput["analysis"],
  pieces: Pieces,
  { levelOf }: Rearrangement,
): boolean {
  const before = headingsOf(analysis);
  // With CRLF a heading ends behind its CR, which is part of the gap.
  const lines = before.map(({ heading }) => withoutGap(analysis.text, heading));
  const found = new Set<Section>();
  for (const piece of pieces) {
    if (typeof piece === "string" || piece.from === piece.to) continue;
    const first = countAtFront(lines, ({ to }) => to <= piece.from);
    for (let at = first; at < lines.length && lines[at]!.from < piece.to; at++)
      if (lines[at]!.from < lines[at]!.to) found.add(before[at]!);
  }
  const inPieces = [...found];
  const now = headingsOf(after);
  return (
    now.length === inPieces.length &&
    now.length === before.length &&
    now.every(({ title, level }, index) => {
      const then = inPieces[index]!;
      return title === then.title && level === (levelOf?.(then.from) ?? then.level);
    })
  );
}
