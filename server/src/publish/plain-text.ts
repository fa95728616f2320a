import type { Element, Nodes, Root } from "hast";
import type { Facts } from "./html-page.js";
import { textOf } from "./html-tree.js";

const BLOCKS = new Set(
  "address article aside blockquote dd details div dl dt figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul".split(
    " ",
  ),
);

/** A rendered report as text for a mail: headings underlined, links as `text <address>`. */
export function plainTextOf(body: Root, facts: Facts): string {
  const head = facts.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const blocks = [...(head === "" ? [] : [head]), ...blocksOf(body)];
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** The blocks in a node: what a blank line parts. Text between blocks is a block. */
function blocksOf(node: Root | Element): string[] {
  const blocks: string[] = [];
  let line = "";
  const flush = () => {
    const text = tidy(line);
    if (text !== "") blocks.push(text);
    line = "";
  };
  for (const child of node.children) {
    if (isBlock(child)) {
      flush();
      blocks.push(...blockOf(child));
    } else line += inline(child);
  }
  flush();
  return blocks;
}

/** Whether a node is a block or holds one, as a `<span>` around a list would. */
function isBlock(node: Nodes): node is Element {
  if (node.type !== "element") return false;
  return BLOCKS.has(node.tagName) || node.children.some((child) => isBlock(child));
}

function blockOf(element: Element): string[] {
  const { tagName } = element;
  if (tagName === "h1" || tagName === "h2") {
    const text = blocksOf(element).join(" ");
    const rule = (tagName === "h1" ? "=" : "-").repeat(Math.min(72, Math.max(3, [...text].length)));
    return text === "" ? [] : [`${text}\n${rule}`];
  }
  if (tagName === "hr") return ["* * *"];
  if (tagName === "pre") return [indent(textOf(element).replace(/\n$/, ""), "    ")];
  if (tagName === "blockquote") return [indent(blocksOf(element).join("\n\n"), "> ", true)];
  if (tagName === "ul" || tagName === "ol") return [list(element)];
  if (tagName === "table") return [table(element)];
  return blocksOf(element);
}

function list(element: Element): string {
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
    const blocks = child.tagName === "li" ? blocksOf(child) : blockOf(child);
    loose ||= child.children.some((part) => part.type === "element" && part.tagName === "p");
    const text = indent(blocks.join(loose ? "\n\n" : "\n"), " ".repeat(mark.length));
    items.push(mark + text.trimStart());
  }
  return items.join(loose ? "\n\n" : "\n");
}

function table(element: Element): string {
  const rows: string[] = [];
  const visit = (node: Element): void => {
    const cells = node.children.filter((child) => child.type === "element");
    if (node.tagName === "tr")
      rows.push(
        cells
          .map((cell) => blocksOf(cell).join(" "))
          .join(" | ")
          .trimEnd(),
      );
    else if (node.tagName === "caption") rows.push(...blocksOf(node));
    else for (const cell of cells) visit(cell);
  };
  visit(element);
  return rows.join("\n");
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
