import type { BlockChange } from "../syntax/blocks.js";
import type { Grammar } from "../syntax/grammar.js";
import type { RedactedMark } from "../syntax/marks.js";
import type { Syntax } from "../syntax/parse.js";
import { isAsciiWord } from "../text/characters.js";
import { withLazy } from "../text/lazy.js";
import { l10n } from "../text/message.js";
import { type Span, shifted } from "../text/span.js";
import { blockFacts, type FactBlock, factBlocks } from "./block-facts.js";
import { type FrontMatter, frontMatter } from "./front-matter.js";
import { frontMatterMarks } from "./front-matter-marks.js";
import { audienceOf, type Comments, type InternalComment, internalComments } from "./internal-comments.js";
import type { Vocabulary } from "./kinds.js";
import type { KnownHeadings } from "./known-headings.js";
import { allSections, type FollowUp, type Located, type Report, type Section } from "./model.js";
import { commentsOfBlocks, type MarkedBlock } from "./placed-comments.js";
import { recogniseSections, type SectionState } from "./sections.js";
import { suspectsOutside } from "./suspects-passages.js";
import type { Work } from "./work.js";

/** A recognised report, and what its version leaves to the next. */
export interface Recognised {
  readonly report: Report;
  readonly version: ReportVersion;
}

/** How a version of a report was recognised, so that the next one is read only where it differs. */
export interface ReportVersion {
  readonly syntax: Syntax;
  /** The words it was recognised by; under others nothing of it holds. */
  readonly vocabulary: Vocabulary;
  readonly blocks: readonly FactBlock[];
  readonly change: BlockChange;
  readonly front: FrontMatter | undefined;
  readonly sections: SectionState;
}

/** How many blocks of a recognised version are not those of the version it was made from, or were others there. */
export function changedBlocks({ change }: ReportVersion): number {
  return Math.max(change.to, change.oldTo) - change.from;
}

/**
 * Recognises a whole report. Total and synchronous: any text has a report, if an empty one. What the version before
 * said is taken over where the blocks that say it are the same.
 */
export function recognise(
  syntax: Syntax,
  vocabulary: Vocabulary,
  known: KnownHeadings,
  work: Work,
  previous?: ReportVersion,
): Recognised {
  const before = previous?.vocabulary === vocabulary && syntax.change ? previous : undefined;
  const blocks = factBlocks(syntax);
  const change = syntax.change ?? { from: 0, to: blocks.length, oldTo: 0 };
  const front = frontMatterOf(syntax, before);
  const { facts, sections, state } = recogniseSections(
    { syntax, blocks, change, frontMatter: front, vocabulary, known, work },
    before?.sections,
  );
  const version = { syntax, vocabulary, blocks, change, front, sections: state };
  const marked = withMarks({ ...facts, ...audience(syntax, front), frontMatter: front, sections }, () =>
    marksOf(syntax, front, sections, gather(syntax, blocks, work), work),
  );
  const report = withSuspects(marked, () => ({
    suspects: suspectsOutside(syntax.text, blocks, [...marked.comments, ...marked.hidden], work),
  }));
  return { report, version };
}

/** The front matter, read anew only where its text changed. */
function frontMatterOf(
  { text, frontMatter: block }: Syntax,
  before: ReportVersion | undefined,
): FrontMatter | undefined {
  const was = before?.syntax.frontMatter;
  const same =
    block?.from === was?.from &&
    block?.to === was?.to &&
    block?.unclosed === was?.unclosed &&
    (!block || text.slice(block.from, block.to) === before!.syntax.text.slice(block.from, block.to));
  return before && same ? before.front : block && frontMatter(text, block);
}

type Marks = Pick<
  Report,
  "comments" | "strayCloses" | "redacted" | "hidden" | "commentsInCode" | "followUps"
>;

const withMarks = withLazy<Marks>(
  "comments",
  "strayCloses",
  "redacted",
  "hidden",
  "commentsInCode",
  "followUps",
);
const withSuspects = withLazy<Pick<Report, "suspects">>("suspects");

/** Everything that marks leave in a report, at its place. */
function marksOf(
  syntax: Syntax,
  front: FrontMatter | undefined,
  sections: readonly Section[],
  gathered: Gathered,
  work: Work,
): Marks {
  const frontMarks = front && frontMatterMarks(syntax, front);
  const inFront = frontMarks
    ? internalComments(syntax.grammar, syntax.text, [{ marks: frontMarks, from: 0 }])
    : NO_COMMENTS;
  const inBody = commentsOfBlocks(syntax.grammar, syntax.text, gathered.marked, work);
  const others = [
    ...inFront.comments,
    ...frontMatterComments(syntax, front),
    ...sectionComments(syntax, sections),
    ...strayAttributes(syntax, sections, gathered.attributes),
  ];
  return {
    comments:
      others.length === 0
        ? inBody.comments
        : [...inBody.comments, ...others].sort((a, b) => a.from - b.from || b.to - a.to),
    strayCloses: [...inFront.strays, ...inBody.strays],
    redacted: gathered.redacted,
    hidden: [...(frontMarks?.hidden ?? []), ...gathered.hidden],
    commentsInCode: gathered.inCode,
    followUps: gathered.followUps,
  };
}

const NO_COMMENTS: Comments = { comments: [], strays: [] };

/** What all blocks hold, at its place in the report. */
interface Gathered {
  /** The blocks with ends of comments. */
  readonly marked: MarkedBlock[];
  readonly attributes: Span[];
  readonly redacted: RedactedMark[];
  readonly hidden: Span[];
  readonly inCode: Span[];
  readonly followUps: FollowUp[];
}

/** One pass over the blocks, most of which hold nothing. */
function gather(syntax: Syntax, blocks: readonly FactBlock[], work: Work): Gathered {
  const all: Gathered = { marked: [], attributes: [], redacted: [], hidden: [], inCode: [], followUps: [] };
  for (const block of blocks) {
    const { marks, followUps, plain } = blockFacts(syntax, block, work);
    if (plain) continue;
    const { from } = block;
    if (marks.events.length > 0) all.marked.push({ marks, block });
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
  const isWord = isAsciiWord(key) ? key.length <= 32 : /^[\p{L}\p{M}]{1,32}$/u.test(key);
  return isWord ? grammar.attributes(`.${key}`) : undefined;
}

/** A heading that ends in `{.internal}` makes its whole body internal; the heading itself stays. */
function sectionComments({ grammar, text }: Syntax, sections: readonly Section[]): InternalComment[] {
  const all = allSections(sections);
  return all.flatMap((section, index): InternalComment[] => {
    if (!section.attributes) return [];
    const said = grammar.attributes(text.slice(section.attributes.from, section.attributes.to));
    if (!said) return [];
    const open = section.attributes;
    const to = Math.max(bodyEnd(section, all.slice(index + 1), text.length), section.heading.to);
    const span = { from: section.heading.to, to, open };
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

/** Where a section's body ends. What only looks like a heading ends none that is marked as one. */
function bodyEnd(section: Section, behind: readonly Section[], end: number): number {
  if (!isMarked(section)) return section.to;
  const next = behind.find((other) => isMarked(other) && other.level <= section.level);
  return Math.max(section.to, next?.from ?? end);
}

function isMarked({ style }: Section): boolean {
  return style === "atx" || style === "setext";
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
      slip: l10n.t("it marks a section only at the end of its heading"),
    }));
}
