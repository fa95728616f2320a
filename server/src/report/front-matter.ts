import { type CST, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, Parser, visit } from "yaml";
import type { FrontMatterBlock } from "../syntax/front-matter.js";
import { l10n, type Message, verbatim } from "../text/message.js";
import { type Span, shifted } from "../text/span.js";
import { readYaml } from "../text/yaml.js";
import { plainEntries } from "./plain-front-matter.js";

/** A value of the front matter as plain data. Texts keep their spelling: `2017` is "2017". */
export type FrontMatterValue =
  | string
  | null
  | readonly FrontMatterValue[]
  | ReadonlyMap<string, FrontMatterValue>;

/** One key at the top of the front matter and where key and value stand. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly value: FrontMatterValue;
  /** The type that YAML sees where the value is a scalar: `string`, `number`, `boolean`, `null`. */
  readonly type: string;
}

/** Why a piece of front matter cannot be read. */
export interface FrontMatterProblem extends Span {
  readonly message: Message;
}

export interface FrontMatter extends Span {
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
  /** YAML comments. */
  readonly comments: readonly Span[];
}

/** Collections nested deeper than this are not followed: real front matter has three levels. */
const MAX_DEPTH = 50;
/** Front matter larger than this is not parsed: a real one has a page at most. */
const MAX_LENGTH = 1_000_000;

/** Understands the front matter of a text. Total: what cannot be read is a problem with its place. */
export function frontMatter(text: string, block: FrontMatterBlock): FrontMatter {
  const { from, to, source, language } = block;
  const refuse = (message: Message, span: Span = { from, to: Math.min(to, source.from) }): FrontMatter => ({
    from,
    to,
    entries: [],
    problems: [{ message, ...span }],
    comments: [],
  });
  if (block.unclosed) return refuse(l10n.t("front matter opens here and never closes with a line “---”"));
  if (language !== "yaml" && language !== "json")
    return refuse(
      l10n.t("front matter in “{0}” is not read and never executed; use YAML", language.slice(0, 20)),
    );
  if (block.cut !== undefined)
    return refuse(l10n.t("a line that begins with “---” and goes on ends the front matter early"), {
      from: block.cut,
      to: block.cut + 4,
    });
  const yaml = text.slice(source.from, source.to);
  if (yaml.length > MAX_LENGTH) return refuse(l10n.t("front matter is too large to be read"));
  try {
    return { from, to, ...read(yaml, source.from) };
  } catch {
    // The YAML parser recurses: nesting by the thousand ends its stack.
    return refuse(l10n.t("front matter is nested too deeply to be read"));
  }
}

/** What front matter says, without its place. */
export type FrontMatterReading = Pick<FrontMatter, "entries" | "problems" | "comments">;

function read(yaml: string, offset: number): FrontMatterReading {
  const entries = plainEntries(yaml)?.map((entry) => ({
    ...entry,
    keySpan: shifted(entry.keySpan, offset),
    valueSpan: shifted(entry.valueSpan, offset),
  }));
  return entries ? { entries, problems: [], comments: [] } : readWithLibrary(yaml, offset);
}

/**
 * Reads any YAML, its places counted from `offset` on.
 * @throws RangeError for nesting by the thousand.
 */
export function readWithLibrary(yaml: string, offset: number): FrontMatterReading {
  const lines = yaml.replace(/\r(?!\n)/g, "\n");
  const document = readYaml(lines);
  // How deep the library gets depends on the stack it finds, and its message on the engine.
  if (document.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION")) throw new RangeError("nested");
  const problems = [...document.errors, ...document.warnings].map(
    ({ message, pos }): FrontMatterProblem => ({
      message: verbatim(message.split("\n")[0]!),
      from: offset + pos[0],
      to: offset + Math.max(pos[1], pos[0] + 1),
    }),
  );
  // The library looks for an anchor from the start of the text, for each alias again.
  const anchors = new Set<string>();
  visit(document, {
    Value: (_, { anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias: (_, alias) => {
      if (anchors.has(alias.source) || !alias.range) return;
      const [from, to] = alias.range;
      problems.push({ message: l10n.t("nothing has this anchor"), from: offset + from, to: offset + to });
    },
  });
  const entries: FrontMatterEntry[] = [];
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key) || !pair.key.range) continue;
      const [keyFrom, keyTo] = pair.key.range;
      const range =
        isScalar(pair.value) || isMap(pair.value) || isSeq(pair.value) || isAlias(pair.value)
          ? pair.value.range
          : undefined;
      entries.push({
        key: String(pair.key.source ?? pair.key.value),
        keySpan: { from: offset + keyFrom, to: offset + keyTo },
        valueSpan: { from: offset + (range?.[0] ?? keyTo), to: offset + (range?.[1] ?? keyTo) },
        value: plain(pair.value, 0),
        type: isScalar(pair.value)
          ? pair.value.value === null
            ? "null"
            : typeof pair.value.value
          : isSeq(pair.value)
            ? "list"
            : "mapping",
      });
    }
  } else if (document.contents !== null && problems.length === 0) {
    problems.push({
      message: l10n.t("front matter must be a list of keys and values"),
      from: offset,
      to: offset + yaml.length,
    });
  }
  return { entries, problems, comments: yamlComments(lines, offset) };
}

/** A YAML node as plain data. Aliases are left out: they can multiply without bound. */
function plain(node: unknown, depth: number): FrontMatterValue {
  if (depth > MAX_DEPTH) return null;
  if (isScalar(node))
    return node.value === null
      ? null
      : typeof node.value === "string"
        ? node.value
        : (node.source ?? String(node.value));
  if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
  if (isMap(node)) {
    const pairs = node.items
      .filter(isPair)
      .map(
        (pair) => [String(isScalar(pair.key) ? pair.key.value : ""), plain(pair.value, depth + 1)] as const,
      );
    return new Map(pairs);
  }
  return null;
}

function yamlComments(yaml: string, offset: number): Span[] {
  if (!yaml.includes("#")) return [];
  const spans: Span[] = [];
  const walk = (token: unknown): void => {
    if (Array.isArray(token)) token.forEach(walk);
    else if (token !== null && typeof token === "object") {
      const { type, source, offset: at } = token as Partial<CST.SourceToken>;
      if (type === "comment" && typeof source === "string" && typeof at === "number")
        spans.push({ from: offset + at, to: offset + at + source.length });
      for (const value of Object.values(token)) if (typeof value === "object") walk(value);
    }
  };
  for (const token of new Parser(new LineCounter().addNewLine).parse(yaml)) walk(token);
  return spans.sort((a, b) => a.from - b.from);
}
