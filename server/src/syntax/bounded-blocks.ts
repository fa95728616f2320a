import { type BlockParser, type MarkdownParser, Table, TaskList } from "@lezer/markdown";
import { blockParser } from "./lezer.js";
import { MOST_CONTAINERS, MOST_DEFINITION_LINES } from "./limits.js";

/** Readers of blocks that go as deep or as far as `limits.ts` allows, made of the parser's own. */
export function boundedBlocks(parser: MarkdownParser): BlockParser[] {
  const containers = ["Blockquote", "BulletList", "OrderedList"].map((name): BlockParser => {
    const { parse } = blockParser(parser, name);
    return { name, parse: (cx, line) => (cx.depth >= MOST_CONTAINERS ? false : parse!(cx, line)) };
  });
  return [...containers, definition(blockParser(parser, "LinkReference"))];
}

function definition({ name, leaf }: BlockParser): BlockParser {
  return {
    name,
    leaf(cx, block) {
      const reader = leaf!(cx, block);
      if (!reader) return null;
      let lines = 1;
      return {
        nextLine: (context, line, content) =>
          ++lines <= MOST_DEFINITION_LINES && reader.nextLine(context, line, content),
        finish: (context, content) => lines <= MOST_DEFINITION_LINES && reader.finish(context, content),
      };
    },
  };
}

/** The second row of a table. */
const RULE = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;

/** Tables whose second row is looked at by a pattern that blanks do not make slow before the parser's own looks at it. */
export function boundedTables(): BlockParser[] {
  return Table.parseBlock!.map((spec) => ({
    ...spec,
    leaf(cx, block) {
      const reader = block.content.includes("|") ? spec.leaf!(cx, block) : null;
      if (!reader) return null;
      const nextLine = reader.nextLine.bind(reader);
      let second = true;
      let isTable = false;
      reader.nextLine = (context, line, content) => {
        if (second) isTable = mayRule(line.text.slice(line.pos));
        second = false;
        return isTable && nextLine(context, line, content);
      };
      return reader;
    },
    endLeaf: (cx, line, block) =>
      line.text.includes("|") && mayRule(cx.peekLine()) && spec.endLeaf!(cx, line, block),
  }));
}

/** Tasks, whose beginning the parser's own reader looks for by an expression in every paragraph. */
export function boundedTasks(): BlockParser[] {
  return TaskList.parseBlock!.map((spec) => ({
    ...spec,
    leaf: (cx, block) => (block.content.startsWith("[") ? spec.leaf!(cx, block) : null),
  }));
}

function mayRule(line: string): boolean {
  let start = 0;
  while (start < line.length && /[>\s]/.test(line[start]!)) start++;
  return RULE.test(line.slice(start));
}
