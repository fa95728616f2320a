import { append } from "../text/append.js";
import type { Span } from "../text/span.js";
import type { Region } from "./regions.js";
import { SpanIndex } from "./span-index.js";
import type { Structure } from "./structure.js";

/** A definition that other text refers to: of a link, a footnote or an abbreviation. */
export interface Definition extends Span {
  readonly kind: "link" | "footnote" | "abbreviation";
  readonly label: string;
  /** The end of its label: what is behind can use other definitions. */
  readonly labelTo: number;
}

/** The definitions that only text of the regions uses. Those that nothing uses stay. */
export function orphans(structure: Structure, regions: readonly Span[]): Region[] {
  const taken = new SpanIndex(regions);
  const all = definitions(structure).filter((definition) => !taken.overlaps(definition));
  if (all.length === 0) return [];
  const dropped: Definition[] = [];
  let left = all;
  for (;;) {
    const withheld = [...regions, ...dropped];
    const hidden = uses(structure.text, withheld);
    const seen = usesOutside(structure, withheld, left);
    const next = left.filter((definition) => hidden(definition) && !seen(definition));
    if (next.length === 0) break;
    append(dropped, next);
    const gone = new Set(next);
    left = left.filter((definition) => !gone.has(definition));
  }
  return dropped.map(({ from, to, kind }) => ({ from, to, kind: "drop", what: `${kind}-definition` }));
}

const KINDS: ReadonlyMap<string, Definition["kind"]> = new Map([
  ["LinkReference", "link"],
  ["FootnoteDefinition", "footnote"],
]);

/** The definitions of a report, in the order of their places. */
export function definitions({ syntax, text }: Structure): Definition[] {
  const found: Definition[] = [];
  if (syntax.format === "plain-text") return found;
  syntax.tree.iterate({
    enter({ name, from, to }) {
      const kind = KINDS.get(name);
      const label = kind && /^\[((?:\\[\s\S]|[^\]\\])+)\]:/.exec(text.slice(from, to));
      if (label) found.push({ kind, from, to, label: normal(label[1]!), labelTo: from + label[0].length });
      if (name === "Paragraph" && text.startsWith("*[", from)) append(found, abbreviations(text, from, to));
    },
  });
  return found;
}

/** `*[HTML]: Hyper Text Markup Language`, one a line, as PHP Markdown Extra has them. */
function abbreviations(text: string, from: number, to: number): Definition[] {
  const lines = [...text.slice(from, to).matchAll(/(?<![^\r\n])\*\[([^\]\r\n]+)\]:[^\r\n]*/g)];
  return lines.map((line) => {
    const start = from + line.index;
    const label = line[1]!.trim();
    return {
      kind: "abbreviation",
      from: start,
      to: start + line[0].length,
      label,
      labelTo: start + line[0].indexOf(":") + 1,
    };
  });
}

/** Whether a definition is used. */
export type Used = (definition: Definition) => boolean;

/** What the spans use. */
function uses(text: string, spans: readonly Span[]): Used {
  const slices = spans.map(({ from, to }) => text.slice(from, to));
  return usedIn(slices);
}

/** What the text outside the spans uses, the labels of definitions themselves not counted. */
function usesOutside({ text }: Structure, spans: readonly Span[], definitions: readonly Definition[]): Used {
  const labels = definitions.map(({ from, labelTo }) => ({ from, to: labelTo }));
  const slices: string[] = [];
  let done = 0;
  for (const { from, to } of [...spans, ...labels].sort((a, b) => a.from - b.from)) {
    slices.push(text.slice(done, from));
    done = Math.max(done, to);
  }
  slices.push(text.slice(done));
  return usedIn(slices);
}

/** Whether texts use a definition. */
export function usedIn(slices: readonly string[]): Used {
  const labels = new Set<string>();
  for (const slice of slices)
    for (const [, label] of slice.matchAll(/\[((?:\\[\s\S]|[^[\]\\]){1,999})\]/g)) labels.add(normal(label!));
  return ({ kind, label }) =>
    kind === "abbreviation" ? slices.some((slice) => hasWord(slice, label)) : labels.has(label);
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length)))
      return true;
  return false;
}

/** Labels match without regard to case and white space. */
function normal(label: string): string {
  return label
    .replace(/[\s>]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}
