/**
 * What two readers of Markdown must agree about, in one form: a line for each block and each piece of inline syntax,
 * in order, indented by what holds it, with the offsets where it begins and ends where the reader tells them.
 */
export interface NormalNode {
  readonly kind: string;
  readonly from?: number;
  readonly to?: number;
  /** What else is told about it: a heading's level and words, a link's target, the content of code. */
  readonly detail?: string;
  readonly children: readonly NormalNode[];
}

/** The nodes as lines, without offsets where `places` is false. */
export function lines(nodes: readonly NormalNode[], places: boolean, indent = ""): string[] {
  return nodes.flatMap(({ kind, from, to, detail, children }) => [
    [indent + kind, places ? `${from}-${to}` : "", detail ?? ""].filter(Boolean).join(" "),
    ...lines(children, places, `${indent}  `),
  ]);
}

/** Words without the white space and line breaks that a renderer would fold. */
export function folded(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, " ").trim());
}

/** The content of code without trailing line breaks, which readers count differently. */
export function content(text: string): string {
  return JSON.stringify(text.replace(/\n+$/, ""));
}

/** Where a node stands, without the white space, and the quote marks of empty lines, that some readers count to it. */
export function place(
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const written = text.slice(from, to);
  const before = written.length - written.trimStart().length;
  return { from: from + before, to: from + written.replace(/(?:[\r\n][ \t>]*)+$|\s+$/, "").length };
}

/**
 * The nodes as a renderer has them that knows no tasks, makes no links of bare addresses and keeps no definitions: links
 * have the targets of the definitions they refer to. `written` gives the form of a target.
 */
export function rendered(nodes: readonly NormalNode[], written: (target: string) => string): NormalNode[] {
  const targets = new Map<string, string>();
  const collect = (node: NormalNode) => {
    const [, label, target] = /^(\[.*?\]) (.*)$/s.exec(node.detail ?? "") ?? [];
    if (node.kind === "definition" && !targets.has(label!)) targets.set(label!, target!);
    node.children.forEach(collect);
  };
  nodes.forEach(collect);
  const change = ({ kind, detail, children, ...rest }: NormalNode): NormalNode[] => {
    const inside = children.flatMap(change);
    if (kind === "definition" || kind === "attributes") return [];
    if (kind === "bare link") return inside;
    const target = detail === undefined ? undefined : (targets.get(detail) ?? detail);
    const isLink = kind === "link" || kind === "image";
    return [
      {
        ...rest,
        kind: kind === "task" ? "item" : kind,
        ...(target === undefined ? {} : { detail: isLink ? written(target) : target }),
        children: kind === "table" ? evened(inside) : inside,
      },
    ];
  };
  return nodes.flatMap(change);
}

/** The rows of a table, each with as many cells as the first. */
function evened(rows: readonly NormalNode[]): NormalNode[] {
  const cells = rows[0]?.children.length ?? 0;
  const more = Array.from({ length: cells }, (): NormalNode => ({ kind: "cell", children: [] }));
  return rows.map((row) => ({ ...row, children: [...row.children, ...more].slice(0, cells) }));
}
