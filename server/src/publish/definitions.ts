import { append } from "../text/append.js";
import type { Span } from "../text/span.js";
import type { Structure } from "./structure.js";

/** A definition that other text refers to: of a link, a footnote or an abbreviation. */
export interface Definition extends Span {
  readonly kind: "link" | "footnote" | "abbreviation";
  readonly label: string;
  /** The end of its label: what is behind can use other definitions. */
  readonly labelTo: number;
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

/** Whether texts use a definition. */
export function usedIn(slices: readonly string[]): Used {
  const labels = new Set(slices.flatMap(labelsIn));
  return ({ kind, label }) =>
    kind === "abbreviation" ? slices.some((slice) => hasWord(slice, label)) : labels.has(label);
}

/** What a text has in brackets, as labels are compared. */
export function labelsIn(text: string): string[] {
  return [...text.matchAll(/\[((?:\\[\s\S]|[^[\]\\]){1,999})\]/g)].map(([, label]) => normal(label!));
}

function hasWord(text: string, word: string): boolean {
  return !wordsAt(text, word).next().done;
}

/** Where a word stands that is no part of another. */
export function* wordsAt(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length)))
      yield at;
}

/** Labels match without regard to case and white space. */
function normal(label: string): string {
  return label
    .replace(/[\s>]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}
