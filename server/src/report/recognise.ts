import type { Tree } from "@lezer/common";
import type { Block } from "../syntax/blocks.js";
import type { Grammar } from "../syntax/grammar.js";
import type { RedactedMark } from "../syntax/marks.js";
import type { Syntax } from "../syntax/parse.js";
import { type Span, shifted } from "../text/span.js";
import { type BlockMemory, type FactBlock, factBlocks } from "./block-facts.js";
import { type FrontMatter, frontMatter } from "./front-matter.js";
import { frontMatterMarks } from "./front-matter-marks.js";
import { audienceOf, type InternalComment, internalComments, type PlacedMarks } from "./internal-comments.js";
import type { Vocabulary } from "./kinds.js";
import { allSections, type FollowUp, type Located, type Report, type Section } from "./model.js";
import type { SectionMemory } from "./readings.js";
import { recogniseSections } from "./sections.js";
import { type PlacedSuspect, suspectsInBlock, suspectsOutside } from "./suspects-passages.js";

/** What single blocks told, so that after an edit only the blocks it touched are read again. */
export interface ReportMemory {
  readonly facts: BlockMemory;
  readonly readings: SectionMemory;
  readonly suspects: WeakMap<Tree, readonly PlacedSuspect[]>;
}

/** Recognises a whole report. Total and synchronous: any text has a report, if an empty one. */
export function recognise(syntax: Syntax, vocabulary: Vocabulary, memory: ReportMemory): Report {
  const blocks = factBlocks(syntax, memory.facts);
  const front = syntax.frontMatter && frontMatter(syntax.text, syntax.frontMatter);
  const { facts, sections } = recogniseSections({
    syntax,
    blocks,
    frontMatter: front,
    vocabulary,
    memory: memory.readings,
  });
  const gathered = gather(blocks);
  const frontMarks = front && frontMatterMarks(syntax, front);
  const { comments, strays } = internalComments(syntax.grammar, syntax.text, [
    ...(frontMarks ? [{ marks: frontMarks, from: 0 }] : []),
    ...gathered.marked,
  ]);
  const all = [
    ...comments,
    ...frontMatterComments(syntax, front),
    ...sectionComments(syntax, sections),
    ...strayAttributes(syntax, sections, gathered.attributes),
  ];
  const hidden = [...(frontMarks?.hidden ?? []), ...gathered.hidden];
  let suspects: readonly PlacedSuspect[] | undefined;
  return {
    ...facts,
    ...audience(syntax, front),
    frontMatter: front,
    sections,
    comments: all.sort((a, b) => a.from - b.from || b.to - a.to),
    strayCloses: strays,
    redacted: gathered.redacted,
    hidden,
    commentsInCode: gathered.inCode,
    followUps: gathered.followUps,
    get suspects() {
      suspects ??= suspectsOf(syntax, blocks, [...all, ...hidden], memory.suspects);
      return suspects;
    },
  };
}

/** The suspected sentences; only the blocks that are new since they were last asked for are read. */
function suspectsOf(
  { text }: Syntax,
  blocks: readonly Block[],
  comments: readonly Span[],
  memory: ReportMemory["suspects"],
): readonly PlacedSuspect[] {
  const read = blocks.map(({ tree, from }) => {
    const suspects = memory.get(tree) ?? suspectsInBlock(text, tree, from);
    memory.set(tree, suspects);
    return { tree, from, suspects };
  });
  return suspectsOutside(text, read, comments);
}

/** What all blocks hold, at its place in the report. */
interface Gathered {
  /** The blocks with ends of comments. */
  readonly marked: PlacedMarks[];
  readonly attributes: Span[];
  readonly redacted: RedactedMark[];
  readonly hidden: Span[];
  readonly inCode: Span[];
  readonly followUps: FollowUp[];
}

/** One pass over the blocks, most of which hold nothing. */
function gather(blocks: readonly FactBlock[]): Gathered {
  const all: Gathered = { marked: [], attributes: [], redacted: [], hidden: [], inCode: [], followUps: [] };
  for (const { facts, from } of blocks) {
    if (facts.plain) continue;
    const { marks, followUps } = facts;
    if (marks.events.length > 0) all.marked.push({ marks, from });
    place(marks.attributes, from, all.attributes);
    place(marks.redacted, from, all.redacted);
    place(marks.hidden, from, all.hidden);
    place(marks.inCode, from, all.inCode);
    place(followUps, from, all.followUps);
  }
  return all;
}

function place<T extends Span>(spans: readonly T[], by: number, all: T[]): void {
  for (const span of spans) all.push(shifted(span, by));
}

function audience(
  { grammar }: Syntax,
  front: FrontMatter | undefined,
): Pick<Report, "audience" | "unknownAudience"> {
  const entry = front?.entries.find(({ key }) => key === "audience");
  if (typeof entry?.value !== "string") return { audience: audienceOf(grammar, undefined).audience };
  const { audience, unknownAudience } = audienceOf(grammar, entry.value);
  const unknown: Located | undefined =
    unknownAudience === undefined ? undefined : { text: unknownAudience, ...entry.valueSpan };
  return { audience, ...(unknown ? { unknownAudience: unknown } : {}) };
}

/** Internal keys and YAML comments: for the narrowest audience. */
function frontMatterComments({ grammar }: Syntax, front: FrontMatter | undefined): InternalComment[] {
  if (!front) return [];
  const { audience } = audienceOf(grammar, undefined);
  const keys = front.entries.flatMap(({ key, keySpan, valueSpan }) => {
    const said = internalKey(grammar, key);
    const span = { from: keySpan.from, to: Math.max(keySpan.to, valueSpan.to), open: keySpan };
    return said ? [{ ...span, ...("slip" in said ? said : {}) }] : [];
  });
  const comments = front.comments.map((span) => ({ ...span, open: { from: span.from, to: span.from + 1 } }));
  return [...keys, ...comments].map((span) => ({ form: "front-matter", audience, ...span }));
}

/** What a key says of itself when it is a word that marks a comment, or nearly one. */
function internalKey(grammar: Grammar, key: string): ReturnType<Grammar["attributes"]> {
  return /^[\p{L}\p{M}]{1,32}$/u.test(key) ? grammar.attributes(`.${key}`) : undefined;
}

/** A heading that ends in `{.internal}` makes its whole body internal; the heading itself stays. */
function sectionComments({ grammar, text }: Syntax, sections: readonly Section[]): InternalComment[] {
  return allSections(sections).flatMap((section): InternalComment[] => {
    if (!section.attributes) return [];
    const said = grammar.attributes(text.slice(section.attributes.from, section.attributes.to));
    if (!said) return [];
    const open = section.attributes;
    const span = { from: section.heading.to, to: Math.max(section.to, section.heading.to), open };
    if ("slip" in said)
      return [
        {
          form: "section",
          audience: audienceOf(grammar, undefined).audience,
          ...span,
          ...said,
          proper: "{.internal}",
        },
      ];
    return [{ form: "section", ...audienceOf(grammar, said.audience), ...span }];
  });
}

/** `{.internal}` where no section's heading ends: the author meant something by it that no section can tell. */
function strayAttributes(
  { grammar, text }: Syntax,
  sections: readonly Section[],
  found: readonly Span[],
): InternalComment[] {
  if (found.length === 0) return [];
  const all = allSections(sections);
  const known = new Set(all.map(({ attributes }) => attributes?.from));
  return found
    .filter(({ from }) => !known.has(from))
    .map((open) => ({
      form: "section",
      from: open.from,
      to: all.find(({ from }) => from >= open.to)?.from ?? text.length,
      open,
      audience: audienceOf(grammar, undefined).audience,
      slip: "it marks a section only at the end of its heading",
    }));
}
