import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import footnote from "markdown-it-footnote";
import { boundedHtml } from "../syntax/bounded-html.js";
import { slugs } from "../text/slug.js";
import { HTML_NAMES } from "./html-names.js";

/** What a copy may hold: GitHub's list, and the words above a table, without anything that a browser would fetch from elsewhere. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames!, "caption"].filter((name) => name !== "picture" && name !== "source"),
  strip: ["script", "style"],
  clobberPrefix: "",
};

/** What reads a copy's Markdown. */
export function markdownRenderer(): MarkdownIt {
  return new MarkdownIt({ html: true, linkify: false }).use(footnote as unknown as (md: MarkdownIt) => void);
}

/** Addresses may be this much longer in a page than the text is: each reference to a definition repeats its address. */
const MOST_ADDRESSES = 100_000;

/** Why there is no page, as codes of refusals. */
export type Unrendered = "nested-too-deep" | "repeated-too-often";

/** Renders Markdown, raw HTML in it sanitised. `words` name tags of ours, which show only what they hold. */
export function markdownTree(markdown: string, words: readonly string[]): Root | Unrendered {
  const renderer = markdownRenderer();
  const known = (name: string) => HTML_NAMES.has(name) || words.includes(name) || name.includes("-");
  const asText = renderer.utils.escapeHtml;
  const escapeUnknown = (html: string) =>
    html.replace(/<\/?([A-Za-z][\w-]*)(?:[^\w<>-][^<>]*)?>/g, (tag, name: string) =>
      known(name.toLowerCase()) ? tag : asText(tag),
    );
  renderer.renderer.rules.html_inline = (tokens, index) => escapeUnknown(tokens[index]!.content);
  renderer.renderer.rules.html_block = (tokens, index) => escapeUnknown(tokens[index]!.content);
  // The description of an image keeps the words that are set as code.
  const wordsOf = renderer.renderer.renderInlineAsText.bind(renderer.renderer);
  renderer.renderer.renderInlineAsText = (tokens, options, env) =>
    tokens
      .map((token) => (token.type === "code_inline" ? token.content : wordsOf([token], options, env)))
      .join("");
  const env = {};
  const tokens = renderer.parse(markdown, env);
  if (addressesIn(tokens) > MOST_ADDRESSES + markdown.length) return "repeated-too-often";
  return htmlTree(renderer.renderer.render(tokens, renderer.options, env));
}

/** How long all addresses and titles of links and images are together. */
function addressesIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { attrs, children }) => {
    const own = attrs?.reduce((length, [, value]) => length + value.length, 0) ?? 0;
    return sum + own + (children ? addressesIn(children) : 0);
  }, 0);
}

/** Parses and sanitises HTML. */
export function htmlTree(html: string): Root | Unrendered {
  const tree = boundedHtml(html);
  if (!tree) return "nested-too-deep";
  visit(tree, keepAlignment);
  const clean = sanitize(tree, SCHEMA);
  const root: Root = clean.type === "root" ? clean : { type: "root", children: [clean as RootContent] };
  visit(root, tickTasks);
  visit(root, modernise);
  replace(root, linkRemoteImages, false);
  nameHeadings(root);
  return root;
}

/** Calls `action` for each element, outermost first. */
export function visit(node: Nodes, action: (element: Element) => void): void {
  if (node.type === "element") action(node);
  if ("children" in node) for (const child of node.children) visit(child, action);
}

/** The text of a node as a reader has it. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}

function replace(
  parent: Root | Element,
  change: (element: Element, inLink: boolean) => ElementContent,
  inLink: boolean,
): void {
  const inside = inLink || (parent.type === "element" && parent.tagName === "a");
  parent.children = parent.children.map((child) => {
    if (child.type !== "element") return child;
    replace(child, change, inside);
    return change(child, inside);
  }) as typeof parent.children;
}

/** Nothing is fetched from elsewhere: an image on another server becomes a link to it. */
function linkRemoteImages(element: Element, inLink: boolean): ElementContent {
  if (element.tagName !== "img") return element;
  const { src, alt } = element.properties;
  const target = typeof src === "string" ? src.trim() : "";
  const text = typeof alt === "string" ? alt : "";
  if (target !== "" && !/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(target)) return element;
  const shown: ElementContent = { type: "text", value: text || target };
  if (inLink || target === "" || !/^https?:/i.test(target)) return { type: "text", value: text };
  const { title } = element.properties;
  return {
    type: "element",
    tagName: "a",
    properties: { href: target, ...(typeof title === "string" ? { title } : {}) },
    children: [shown],
  };
}

function keepAlignment({ tagName, properties }: Element): void {
  const align = /^text-align:(left|right|center)$/.exec(String(properties.style ?? ""))?.[1];
  if ((tagName === "td" || tagName === "th") && align) properties.align = align;
}

/**
 * Says the alignment of table cells in a way that browsers still know: by a class of the page's style, or for a page
 * of somebody else's in place.
 */
export function alignCells(root: Root, by: "class" | "style"): void {
  visit(root, ({ tagName, properties }) => {
    const { align } = properties;
    delete properties.align;
    if (typeof align !== "string" || !/^(?:left|right|center)$/.test(align) || !/^t[dh]$/.test(tagName))
      return;
    if (by === "class") properties.className = [`align-${align}`];
    else properties.style = `text-align:${align}`;
  });
}

/** What was valid once and is no more: former elements by today's, images without a description as decoration. */
function modernise(element: Element): void {
  const { tagName, properties } = element;
  if (tagName === "tt") element.tagName = "code";
  if (tagName === "strike") element.tagName = "s";
  if (tagName === "img") properties.alt ??= "";
  if (Array.isArray(properties.className) && properties.className.length === 0) delete properties.className;
  for (const name of FORMER) delete properties[name];
}

/** Attributes that only former versions of HTML had. */
const FORMER = [
  "axis border cellPadding cellSpacing char charOff clear color compact frame hSpace noHref noShade noWrap prompt",
  "rev rules summary vAlign vSpace",
].flatMap((names) => names.split(" "));

/** `- [ ] …` as people read it. */
function tickTasks(element: Element): void {
  if (element.tagName !== "li") return;
  const holder =
    element.children.find((child) => child.type === "element" && child.tagName === "p") ?? element;
  const first = "children" in holder ? holder.children[0] : undefined;
  if (first?.type !== "text") return;
  first.value = first.value.replace(/^(\s*)\[([ xX])\](?=\s)/, (_, blanks: string, tick: string) =>
    tick === " " ? `${blanks}☐` : `${blanks}☑`,
  );
}

/** Anchors as GitHub gives them, so that links within the report lead somewhere. */
function nameHeadings(root: Root): void {
  const used = new Map<string, number>();
  visit(root, (element) => {
    if (!/^h[1-6]$/.test(element.tagName) || element.properties.id !== undefined) return;
    const slug = slugs(textOf(element))[0] ?? "";
    if (slug === "") return;
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    element.properties.id = count === 0 ? slug : `${slug}-${count}`;
  });
}
