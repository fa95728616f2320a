import type { SyntaxNode, Tree } from "@lezer/common";
import { decodeString } from "micromark-util-decode-string";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import { plainTextOf } from "../../../server/src/syntax/plain.js";
import { analyseText } from "../publish.js";
import { content, folded, type NormalNode, place } from "./normal-form.js";

/** How our syntax layer reads a text. */
export function ofSyntax(text: string): NormalNode[] {
  const { tree } = analyseText(text, "markdown").syntax;
  return childrenOf(tree.topNode, text);
}

const KINDS: Readonly<Record<string, string>> = {
  Paragraph: "paragraph",
  Task: "paragraph",
  CodeBlock: "code",
  FencedCode: "code",
  InlineCode: "code span",
  Blockquote: "quote",
  HorizontalRule: "rule",
  BulletList: "bullet list",
  OrderedList: "ordered list",
  HTMLBlock: "html",
  CommentBlock: "html",
  ProcessingInstructionBlock: "html",
  HTMLTag: "html",
  Comment: "html",
  ProcessingInstruction: "html",
  LinkReference: "definition",
  Emphasis: "emphasis",
  StrongEmphasis: "strong",
  Strikethrough: "strikethrough",
  Link: "link",
  Autolink: "link",
  Image: "image",
  Table: "table",
  TableHeader: "row",
  TableRow: "row",
  TableCell: "cell",
  FootnoteDefinition: "footnote",
  FootnoteReference: "footnote reference",
  // What only reports have.
  Mark: "mark",
  CommentClose: "mark",
  ContainerFence: "mark",
  Attributes: "attributes",
  FrontMatter: "front matter",
};

function childrenOf(node: SyntaxNode, text: string): NormalNode[] {
  const found: NormalNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const { name, from } = child;
    const kind = text.startsWith("<!--", from) && name === "Mark" ? "html" : kindOf(child);
    // The parser finds empty code in an item of which there is only the mark and many blanks.
    if (kind === undefined || (name === "CodeBlock" && text.slice(from, child.to).trim() === "")) continue;
    const detail = detailOf(child, text);
    // An address in brackets is one link; what an image shows is only described.
    const children = name === "Autolink" || name === "Image" ? [] : childrenOf(child, text);
    found.push({
      kind,
      ...place(text, name === "Task" ? child.getChild("TaskMarker")!.to : from, child.to),
      ...(detail === undefined ? {} : { detail }),
      children,
    });
  }
  return found;
}

function kindOf({ name, parent, firstChild }: SyntaxNode): string | undefined {
  const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
  if (level) return `heading ${level}`;
  if (name === "ListItem") {
    for (let child = firstChild; child; child = child.nextSibling) if (child.name === "Task") return "task";
    return "item";
  }
  // An address by itself is a link; one in a link or definition is its target.
  if (name === "URL")
    return /^(?:Link|Image|LinkReference|Autolink)$/.test(parent?.name ?? "") ? undefined : "bare link";
  return KINDS[name];
}

function detailOf(node: SyntaxNode, text: string): string | undefined {
  const { name, from, to } = node;
  switch (name) {
    case "CodeBlock":
      return content(pieces(node, "CodeText", text).join(""));
    case "FencedCode":
      return content(unindented(node, text));
    case "InlineCode":
      return content(codeSpan(node, text.slice(node.firstChild!.to, node.lastChild!.from)));
    case "LinkReference":
      return `${label(pieces(node, "LinkLabel", text)[0])} ${target(pieces(node, "URL", text)[0])}`;
    case "Link":
    case "Image":
      return linkDetail(node, text);
    case "Autolink":
      return bareTarget(text.slice(from + 1, to - 1));
    case "URL":
      return bareTarget(text.slice(from, to));
    default:
      return name.includes("Heading")
        ? folded(decodeString(plainTextOf(text, node.toTree() as Tree, from).text))
        : undefined;
  }
}

function linkDetail(node: SyntaxNode, text: string): string {
  const marks = node.getChildren("LinkMark");
  const close = marks.find(({ from }) => text[from] === "]")?.to ?? node.to;
  // A bare address in a link's text is no target.
  const url = node.getChildren("URL").find(({ from }) => from > close);
  if (text[close] === "(" && close < node.to) return target(url && text.slice(url.from, url.to));
  const [named] = pieces(node, "LinkLabel", text);
  return named && named !== "[]" ? label(named) : label(text.slice(node.firstChild!.to - 1, close));
}

/** The content of fenced code, without as much of its lines' indentation as the fence has. */
function unindented(node: SyntaxNode, text: string): string {
  const before = /[ \t]*$/.exec(text.slice(0, node.from))![0].length;
  const indent = new RegExp(`^ {0,${Math.min(3, before)}}`, "gm");
  return pieces(node, "CodeText", text).join("").replace(indent, "");
}

function pieces(node: SyntaxNode, name: string, text: string): string[] {
  return node.getChildren(name).map(({ from, to }) => text.slice(from, to));
}

function label(written: string | undefined): string {
  return `[${normalizeIdentifier((written ?? "[]").slice(1, -1)).toLowerCase()}]`;
}

function target(url: string | undefined): string {
  return decodeString((url ?? "").replace(/^<([\s\S]*)>$/, "$1"));
}

/** An address as it stands in a text, with the scheme that is meant. */
function bareTarget(address: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  return address.includes("@") ? `mailto:${address}` : `http://${address}`;
}

function codeSpan(node: SyntaxNode, text: string): string {
  let inCell = false;
  for (let at = node.parent; at; at = at.parent) inCell ||= at.name === "TableCell";
  // A pipe in a cell is escaped even in code.
  const line = (inCell ? text.replaceAll("\\|", "|") : text).replace(/\r\n?|\n/g, " ");
  return /^ .*[^ ].* $/.test(line) || /^ [^ ] $/.test(line) ? line.slice(1, -1) : line;
}
