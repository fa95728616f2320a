import fc from "fast-check";
import { Analyser, type Analysis } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { tidyNotes } from "../../server/src/drafts/tidy-notes.js";
import { decorations } from "../../server/src/features/decorations.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { folding } from "../../server/src/features/folding.js";
import { hover } from "../../server/src/features/hover.js";
import { outline } from "../../server/src/features/outline.js";
import { selectionRanges } from "../../server/src/features/selection-ranges.js";
import { semanticTokens } from "../../server/src/features/semantic-tokens.js";
import { makeCard } from "../../server/src/index/make-card.js";
import { linkText } from "../../server/src/links/link-text.js";
import { overviewOf } from "../../server/src/overview/report-overview.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { decode, encode, NotText } from "../../server/src/workspace/decode.js";
import { WAYS } from "../support/check-copy.js";
import { publishText } from "../support/publish.js";
import { pick, sample, type Target, type World } from "./target.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
const MARKS = [[], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]];
const slice = fc.record({
  from: fc.nat(),
  length: fc.nat({ max: 600 }),
  flips: fc.array(fc.record({ at: fc.nat(), by: fc.nat({ max: 255 }) }), { maxLength: 8 }),
});

/** Whatever stands in a file is refused as no text or read, and every answer about it ends and stays inside the text. */
export const bytes: Target = {
  name: "bytes",
  try(seed, world) {
    const content = bytesOf(seed, world);
    let decoded: ReturnType<typeof decode>;
    try {
      decoded = decode(content);
    } catch (error) {
      if (error instanceof NotText) return [];
      throw error;
    }
    const { text, encoding } = decoded;
    const wrong =
      Buffer.compare(encode(text, encoding), content) === 0 ? [] : ["not written back as it was read"];
    const format = pick<Format>(["markdown", "plain-text"], seed);
    const outside = spansOf(analyser.analyse(text, format), seed).filter(
      ({ from, to }) => !(from >= 0 && from <= to && to <= text.length),
    );
    if (outside.length > 0) wrong.push(`spans outside of the text: ${JSON.stringify(outside.slice(0, 3))}`);
    publishText(text, { ...pick(WAYS, seed), source: format, force: seed % 5 === 0 });
    return wrong;
  },
};

/** Every answer there is about a report, as far as it has places. */
function spansOf(analysis: Analysis, seed: number) {
  const { text } = analysis;
  const offset = seed % (text.length + 1);
  makeCard(analysis);
  overviewOf(analysis);
  outline(analysis);
  decorations(analysis);
  if (linkText(analysis.syntax).length !== text.length) return [{ from: -1, to: -1 }];
  const hovered = hover(analysis, offset);
  return [
    ...diagnostics(analysis, { config: DEFAULT_CONFIG }),
    ...semanticTokens(analysis),
    ...folding(analysis),
    ...selectionRanges(analysis, offset),
    ...tidyNotes(analysis),
    ...(hovered ? [hovered] : []),
  ].map(({ from, to }) => ({ from, to }));
}

function bytesOf(seed: number, { reports }: World): Uint8Array {
  if (seed % 4 === 0)
    return Uint8Array.from([...pick(MARKS, seed / 4), ...sample(fc.uint8Array({ maxLength: 300 }), seed)]);
  const { from, length, flips } = sample(slice, seed);
  const { bytes: whole, text } = pick(reports, seed);
  const wide = seed % 4 === 1 ? Buffer.from(`\ufeff${text}`, "utf16le") : whole;
  const start = from % (wide.length + 1);
  const part = Uint8Array.from(wide.subarray(seed % 4 === 1 ? 0 : start, start + length));
  for (const { at, by } of flips) if (part.length > 0) part[at % part.length]! ^= by;
  return part;
}
