import type { Element, Nodes, Root } from "hast";
import { append } from "../text/append.js";
import type { Facts } from "./html-page.js";
import { textOf } from "./html-tree.js";

const BLOCKS = new Set(
  "address article aside blockquote dd details div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul".split(
    " ",
  ),
);

/** Quotes and lists in each other that are indented; what is deeper stands under the others: lines would be mostly indentation. */
const MOST_INDENTED = 20;

/** A rendered report as text for a mail: headings underlined, links as `text <address>`. */
export function plainTextOf(body: Root, facts: Facts): string {
  const head = facts.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const blocks = [...(head === "" ? [] : [head]), ...new TextWriter(body).blocks];
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** Writes the blocks of a tree as text. */
class TextWriter {
  /** Elements that are blocks or hold one, as a `<span>` around a list would. */
  private readonly holders = new Set<Element>();
  private indented = 0;

  constructor(private readonly body: Root) {
    this.note(body);
  }

  get blocks(): string[] {
    return this.blocksOf(this.body);
  }

  private note(node: Root | Element): boolean {
    let holds = node.type === "element" && BLOCKS.has(node.tagName);
    for (const child of node.children) if (child.type === "element" && this.note(child)) holds = true;
    if (holds && node.type === "element") this.holders.add(node);
    return holds;
  }

  /** The blocks in a node: what a blank line parts. Text between blocks is a block. */
  private blocksOf(node: Root | Element): string[] {
    const blocks: string[] = [];
    let line: string[] = [];
    const flush = () => {
      const text = tidy(line.join(""));
      if (text !== "") blocks.push(text);
      line = [];
    };
    for (const child of node.children) {
      if (child.type === "element" && this.holders.has(child)) {
        flush();
        for (const block of this.blockOf(child)) blocks.push(block);
      } else line.push(inline(child));
    }
    flush();
    return blocks;
  }

  private blockOf(element: Element): string[] {
    const { tagName } = element;
    if (tagName === "h1" || tagName === "h2") {
      const text = this.blocksOf(element).join(" ");
      const rule = (tagName === "h1" ? "=" : "-").repeat(Math.min(72, Math.max(3, [...text].length)));
      return text === "" ? [] : [`${text}\n${rule}`];
    }
    if (tagName === "hr") return ["* * *"];
    if (tagName === "pre") return [indent(textOf(element).replace(/\n$/, ""), "    ")];
    const isList = tagName === "ul" || tagName === "ol";
    if (tagName !== "blockquote" && !isList)
      return tagName === "table" ? [this.table(element)] : this.blocksOf(element);
    if (this.indented === MOST_INDENTED) return this.blocksOf(element);
    this.indented++;
    const text = isList ? this.list(element) : indent(this.blocksOf(element).join("\n\n"), "> ", true);
    this.indented--;
    return [text];
  }

  private list(element: Element): string {
    let number = Number(element.properties.start ?? 1);
    const items: string[] = [];
    let loose = false;
    for (const child of element.children) {
      if (child.type !== "element") {
        const text = tidy(inline(child));
        if (text !== "") items.push(text);
        continue;
      }
      const mark = element.tagName === "ol" ? `${number++}. ` : "- ";
      const blocks = child.tagName === "li" ? this.blocksOf(child) : this.blockOf(child);
      loose ||= child.children.some((part) => part.type === "element" && part.tagName === "p");
      const text = indent(blocks.join(loose ? "\n\n" : "\n"), " ".repeat(mark.length));
      items.push(mark + text.trimStart());
    }
    return items.join(loose ? "\n\n" : "\n");
  }

  private table(element: Element): string {
    const rows: string[] = [];
    const visit = (node: Element): void => {
      const cells = node.children.filter((child) => child.type === "element");
      if (node.tagName === "tr")
        rows.push(
          cells
            .map((cell) => this.blocksOf(cell).join(" "))
            .join(" | ")
            .trimEnd(),
        );
      else if (node.tagName === "caption") append(rows, this.blocksOf(node));
      else for (const cell of cells) visit(cell);
    };
    visit(element);
    return rows.join("\n");
  }
}

function inline(node: Nodes): string {
  if (node.type === "text") return node.value.replace(/[ \t\r\n]+/g, " ");
  if (node.type !== "element") return "";
  const { tagName, properties } = node;
  if (tagName === "br") return "\n";
  if (tagName === "img") {
    const alt = typeof properties.alt === "string" ? properties.alt : "";
    return [alt === "" ? "" : `[${alt}]`, titled(node), address(properties.src)].filter(Boolean).join(" ");
  }
  const text = node.children.map((child) => inline(child)).join("");
  if (tagName !== "a") return text;
  const target = address(properties.href);
  // Anchors lead nowhere in a text, and an address that is its own text is said once.
  const said =
    target === "" ||
    target.startsWith("<#") ||
    `<${text.trim()}>` === target ||
    `<mailto:${text.trim()}>` === target;
  return [text, titled(node), said ? "" : target].filter(Boolean).join(" ");
}

function titled({ properties }: Element): string {
  return typeof properties.title === "string" && properties.title !== "" ? `(${properties.title})` : "";
}

function address(target: unknown): string {
  return typeof target === "string" && target !== "" ? `<${target}>` : "";
}

function tidy(text: string): string {
  return text
    .replace(/\n +/g, "\n")
    .replace(/(?<! ) +\n/g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

function indent(text: string, by: string, marked = false): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? (marked ? by.trimEnd() : "") : by + line))
    .join("\n");
}
