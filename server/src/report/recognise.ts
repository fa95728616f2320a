import type { Syntax } from "../syntax/parse.js";
import { shifted } from "../text/span.js";
import { type BlockMemory, type FactBlock, factBlocks } from "./block-facts.js";
import { type FrontMatter, frontMatter } from "./front-matter.js";
import { audienceOf, type InternalComment, internalComments } from "./internal-comments.js";
import type { Vocabulary } from "./kinds.js";
import { allSections, type Located, type Report, type Section } from "./model.js";
import { recogniseSections } from "./sections.js";

/** Recognises a whole report. Total and synchronous: any text has a report, if an empty one. */
export function recognise(syntax: Syntax, vocabulary: Vocabulary, memory: BlockMemory): Report {
  const blocks = factBlocks(syntax, memory);
  const front = syntax.frontMatter && frontMatter(syntax.text, syntax.frontMatter);
  const { facts, sections } = recogniseSections({ syntax, blocks, frontMatter: front, vocabulary });
  const placed = blocks.filter(({ facts }) => facts.marks.events.length > 0);
  const { comments, strays } = internalComments(
    syntax.grammar,
    syntax.text,
    placed.map(({ facts, from }) => ({ marks: facts.marks, from })),
  );
  const all = [...comments, ...frontMatterComments(syntax, front), ...sectionComments(syntax, sections)];
  return {
    ...facts,
    ...audience(syntax, front),
    frontMatter: front,
    sections,
    comments: all.sort((a, b) => a.from - b.from || b.to - a.to),
    strayCloses: strays,
    redacted: placedAt(blocks, ({ facts }) => facts.marks.redacted),
    hidden: placedAt(blocks, ({ facts }) => facts.marks.hidden),
    commentsInCode: placedAt(blocks, ({ facts }) => facts.marks.inCode),
    followUps: placedAt(blocks, ({ facts }) => facts.followUps),
  };
}

function placedAt<T extends { readonly from: number; readonly to: number }>(
  blocks: readonly FactBlock[],
  pick: (block: FactBlock) => readonly T[],
): T[] {
  return blocks.flatMap((block) => pick(block).map((item) => shifted(item, block.from)));
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

/** The `internal` key and YAML comments: for the narrowest audience. */
function frontMatterComments({ grammar }: Syntax, front: FrontMatter | undefined): InternalComment[] {
  if (!front) return [];
  const { audience } = audienceOf(grammar, undefined);
  const keys = front.entries
    .filter(({ key }) => key === "internal")
    .map(({ keySpan, valueSpan }) => ({
      from: keySpan.from,
      to: Math.max(keySpan.to, valueSpan.to),
      open: keySpan,
    }));
  const comments = front.comments.map((span) => ({ ...span, open: { from: span.from, to: span.from + 1 } }));
  return [...keys, ...comments].map((span) => ({ form: "front-matter", audience, ...span }));
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
