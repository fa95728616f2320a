import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { content, folded, type NormalNode, place } from "./normal-form.js";

// The links that are made of words afterwards have no places, and its tokens hold those of the specification.
const toTree = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** How the reference, `micromark`, reads a text. */
export function ofReference(text: string): NormalNode[] {
  const root: Root = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: toTree,
  });
  return nodesOf(root.children, text);
}

const KINDS: Partial<Record<Nodes["type"], string>> = {
  blockquote: "quote",
  thematicBreak: "rule",
  delete: "strikethrough",
  inlineCode: "code span",
  tableRow: "row",
  tableCell: "cell",
  footnoteDefinition: "footnote",
  footnoteReference: "footnote reference",
};

function nodesOf(nodes: readonly RootContent[], text: string): NormalNode[] {
  return nodes.flatMap((node) => {
    if (node.type === "text" || node.type === "break") return [];
    const children = "children" in node ? nodesOf(node.children, text) : [];
    const { start, end } = node.position!;
    const kind = KINDS[node.type] ?? node.type;
    const where = kind === "cell" ? cell(text, start.offset!, end.offset!) : [start.offset!, end.offset!];
    return [{ ...described(node, kind, text), ...place(text, where[0]!, where[1]!), children }];
  });
}

/** A cell without its pipes. */
function cell(text: string, from: number, to: number): [from: number, to: number] {
  const end = text[to - 1] === "|" && text[to - 2] !== "\\" ? to - 1 : to;
  return [text[from] === "|" ? from + 1 : from, end];
}

function described(node: RootContent, kind: string, text: string): Pick<NormalNode, "kind" | "detail"> {
  switch (node.type) {
    case "heading":
      return { kind: `heading ${node.depth}`, detail: folded(wordsOf(node.children)) };
    case "code":
      return { kind, detail: content(node.value) };
    case "inlineCode":
      return { kind, detail: content(node.value.replace(/\r\n?|\n/g, " ")) };
    case "list":
      return { kind: node.ordered ? "ordered list" : "bullet list" };
    case "listItem":
      return { kind: typeof node.checked === "boolean" ? "task" : "item" };
    case "link":
      return {
        kind: /^[[<]/.test(text[node.position!.start.offset!]!) ? kind : "bare link",
        detail: node.url,
      };
    case "image":
      return { kind, detail: node.url };
    case "linkReference":
      return { kind: "link", detail: `[${node.identifier}]` };
    case "imageReference":
      return { kind: "image", detail: `[${node.identifier}]` };
    case "definition":
      return { kind, detail: `[${node.identifier}] ${node.url}` };
    default:
      return { kind };
  }
}

/** The words of a heading, without tags and images. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text" || node.type === "inlineCode") return node.value;
      if (node.type === "break") return "\n";
      return "children" in node ? wordsOf(node.children) : "";
    })
    .join("");
}
