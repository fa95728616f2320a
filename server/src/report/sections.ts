import type { Syntax } from "../syntax/parse.js";
import { plainTextOf } from "../syntax/plain.js";
import type { FactBlock } from "./block-facts.js";
import type { FrontMatter } from "./front-matter.js";
import type { Vocabulary } from "./kinds.js";
import { isKind } from "./kinds.js";
import type { HeadingStyle, Person, ReportFacts, Section } from "./model.js";

/** What recognition reads: the parsed text, its blocks, its front matter and the words that tell kinds. */
export interface RecognitionInput {
  readonly syntax: Syntax;
  readonly blocks: readonly FactBlock[];
  readonly frontMatter: FrontMatter | undefined;
  readonly vocabulary: Vocabulary;
}

/** What recognition finds: the section tree and what the report says of itself. */
export interface Recognition {
  readonly facts: ReportFacts;
  readonly sections: readonly Section[];
}

interface Draft extends Section {
  readonly children: Draft[];
  to: number;
}

/** Recognises title and sections of a report. */
export function recogniseSections({ syntax, blocks, vocabulary }: RecognitionInput): Recognition {
  const roots: Draft[] = [];
  const stack: Draft[] = [];
  let title: ReportFacts["title"];
  for (const { tree, from } of blocks) {
    const heading = /^(ATX|Setext)Heading(\d)$/.exec(tree.type.name);
    if (!heading) continue;
    const level = Number(heading[2]);
    const plain = plainTextOf(syntax.text, tree, from);
    if (!title && level === 1) {
      title = { text: plain.text.trim(), from, to: from + tree.length };
      continue;
    }
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) stack.pop()!.to = from;
    const draft: Draft = {
      ...readHeading(plain.text.trim(), vocabulary),
      level,
      style: heading[1] === "ATX" ? "atx" : ("setext" as HeadingStyle),
      heading: { from, to: from + tree.length },
      from,
      to: syntax.text.length,
      children: [],
    };
    (stack.at(-1)?.children ?? roots).push(draft);
    stack.push(draft);
  }
  return { facts: { ...(title ? { title } : {}), authors: [] }, sections: roots };
}

function readHeading(text: string, vocabulary: Vocabulary) {
  const speakers: Person[] = [];
  const paren = /^(.*\S)[ \t]*\(([^()]+)\)$/.exec(text);
  if (paren && /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u.test(paren[2]!))
    speakers.push({ name: paren[2]! });
  const title = speakers.length > 0 ? paren![1]! : text;
  const kind = vocabulary.get(title.toLowerCase());
  return {
    kind: kind && isKind(kind) ? kind : speakers.length > 0 ? ("breakout" as const) : ("topic" as const),
    title,
    speakers,
  };
}
