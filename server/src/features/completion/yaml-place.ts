import type { Span } from "../../text/span.js";
import type { Place } from "./place.js";

/**
 * Where in YAML the cursor is. It is read from the lines around: what is being written is rarely YAML yet, so that a
 * parser would tell little.
 */
export interface YamlPlace {
  /** Whether a key is being written or a value; a list's item is a value of the list's key. */
  readonly role: "key" | "value";
  /** The keys above, outermost first; for a value its own key is the last. */
  readonly path: readonly string[];
  /** What was typed of it. */
  readonly typed: string;
  /** The keys that the same mapping has already. */
  readonly siblings: ReadonlySet<string>;
  /** For values: where they stand. */
  readonly in: "scalar" | "item" | "flow";
  /** The value stands right behind its key's colon, without the blank that must come between. */
  readonly tight: boolean;
  /** A value below its key, without the mark of a list's item. */
  readonly unmarked: boolean;
  /** The values of the same mapping, by key, where they are plain. */
  readonly values: ReadonlyMap<string, string>;
}

/** One line of YAML in block style. Columns count from 0. */
interface Row {
  readonly indent: number;
  /** Whether marks of list items stand before the content. */
  readonly item: boolean;
  readonly column: number;
  readonly key?: string;
  readonly value?: string;
}

const KEY = /^(["']?)([\p{L}_][\p{L}\p{N}_ -]{0,60}?)\1[ \t]*:(?=[ \t]|$)[ \t]*/u;
/** No front matter needs more lines; those further away are not looked at. */
const MAX_ROWS = 300;

/** What of YAML is being written at the cursor; undefined in comments. */
export function yamlPlace(place: Place, source: Span): YamlPlace | undefined {
  const { before, analysis } = place;
  if (/^[ \t]*#|[ \t]#/.test(before) || before.includes("\t")) return undefined;
  const row = rowOf(before);
  const { text } = analysis;
  const number = text.lineAt(place.line.from);
  const content = (line: number) => rowOf(text.content.slice(text.lineStart(line), text.lineEnd(line)));
  const above: Row[] = [];
  for (let line = number - 1; line >= Math.max(text.lineAt(source.from), number - MAX_ROWS); line--)
    above.push(content(line));
  const below: Row[] = [];
  const last = Math.min(text.lineAt(source.to), number + MAX_ROWS);
  for (let line = number + 1; line <= last; line++) below.push(content(line));
  const around = surroundings(row, above, below);
  if (row.key !== undefined) return blockValue(before, row, around);
  const typed = before.slice(row.column);
  // Below a key, a first word may become a key, or a list's item.
  return {
    ...around,
    typed,
    tight: false,
    role: "key",
    in: row.item ? "item" : "scalar",
    unmarked: !row.item,
  };
}

function rowOf(line: string): Row {
  const indent = /^ */.exec(line)![0].length;
  const marks = /^(?:-(?: +|$))*/.exec(line.slice(indent))![0].length;
  const column = indent + marks;
  const found = KEY.exec(line.slice(column));
  return {
    indent,
    item: marks > 0,
    column,
    ...(found ? { key: found[2]!, value: line.slice(column + found[0].length).trim() } : {}),
  };
}

interface Surroundings {
  readonly path: readonly string[];
  readonly siblings: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** The keys above a row and the other keys of its mapping. */
function surroundings(row: Row, above: readonly Row[], below: readonly Row[]): Surroundings {
  const values = new Map<string, string>();
  const add = ({ key, value = "" }: Row) => key !== undefined && values.set(key, value);
  const path: string[] = [];
  let { column } = row;
  // In a list, the key that has it may stand at the list's own column.
  let list = row.item;
  if (list) column = row.indent;
  let own = !list;
  for (const line of above) {
    if (line.key === undefined && !line.item) continue;
    if (own && line.column === column) {
      add(line);
      if (!line.item) continue;
      own = false;
      list = true;
      column = line.indent;
    } else if (list ? line.indent <= column && !line.item : line.column < column) {
      own = false;
      if (line.key !== undefined) path.unshift(line.key);
      column = line.item ? line.indent : line.column;
      list = line.item;
    }
  }
  for (const line of below) {
    if (line.key === undefined && !line.item) continue;
    if (line.item || line.column < row.column) break;
    if (line.column === row.column) add(line);
  }
  return { path, values, siblings: new Set(values.keys()) };
}

function blockValue(before: string, row: Row, around: Surroundings): YamlPlace | undefined {
  const found = KEY.exec(before.slice(row.column))!;
  const value = before.slice(row.column + found[0].length);
  const path = [...around.path, row.key!];
  const tight = value === "" && before.endsWith(":");
  const common = { ...around, unmarked: false, tight } as const;
  if (value.startsWith("[")) {
    const typed = value.slice(Math.max(value.lastIndexOf("["), value.lastIndexOf(",")) + 1).trimStart();
    return { ...common, role: "value", path, typed, in: "flow" };
  }
  if (value.startsWith("{")) return flowMapping(value, path);
  return { ...common, role: "value", path, typed: value, in: "scalar" };
}

/** `{ start: 2024-05-14, en`: the last of its pairs. */
function flowMapping(value: string, path: readonly string[]): YamlPlace | undefined {
  if (value.includes("}")) return undefined;
  const pieces = value.slice(1).split(",");
  const pairs = pieces.map((piece) => piece.split(":", 2).map((part) => part.trim()));
  const last = pieces.at(-1)!;
  const values = new Map(pairs.slice(0, -1).map(([key = "", of = ""]) => [key, of]));
  const common = { values, siblings: new Set(values.keys()), in: "flow", unmarked: false } as const;
  const colon = last.indexOf(":");
  return colon < 0
    ? { ...common, role: "key", path, typed: last.trimStart(), tight: false }
    : {
        ...common,
        role: "value",
        path: [...path, last.slice(0, colon).trim()],
        typed: last.slice(colon + 1).trimStart(),
        tight: last.endsWith(":"),
      };
}
