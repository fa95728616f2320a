import type { Token } from "markdown-it";
import { markdownRenderer } from "../../../server/src/publish/html-tree.js";
import { content, folded, type NormalNode } from "./normal-form.js";

const renderer = markdownRenderer();

/** How the renderer of published pages reads a text. It tells no places. */
export function ofRenderer(text: string): NormalNode[] {
  return nodesOf(renderer.parse(text, {}));
}

/** A link's target as the renderer writes it. */
export function writtenTarget(target: string): string {
  return renderer.normalizeLink(target);
}

const KINDS: Readonly<Record<string, string>> = {
  paragraph_open: "paragraph",
  blockquote_open: "quote",
  bullet_list_open: "bullet list",
  ordered_list_open: "ordered list",
  list_item_open: "item",
  table_open: "table",
  tr_open: "row",
  th_open: "cell",
  td_open: "cell",
  em_open: "emphasis",
  strong_open: "strong",
  s_open: "strikethrough",
  link_open: "link",
  image: "image",
  hr: "rule",
  code_block: "code",
  fence: "code",
  code_inline: "code span",
  html_block: "html",
  html_inline: "html",
  footnote_open: "footnote",
  footnote_ref: "footnote reference",
};

interface Open {
  readonly token: Token | undefined;
  readonly children: NormalNode[];
}

function nodesOf(tokens: readonly Token[]): NormalNode[] {
  const open: Open[] = [{ token: undefined, children: [] }];
  for (const token of tokens) {
    const children = token.type === "inline" ? nodesOf(token.children ?? []) : [];
    const { type, nesting } = token;
    if (type === "inline") {
      const holder = open.at(-1)!;
      holder.children.push(...children);
      const level = /^h(\d)$/.exec(holder.token?.tag ?? "")?.[1];
      if (level) {
        open.pop();
        const detail = folded(wordsOf(token.children ?? []));
        open.push({ token: undefined, children: [] });
        open.at(-2)!.children.push({ kind: `heading ${level}`, detail, children: holder.children });
      }
    } else if (nesting === 1) open.push({ token, children: [] });
    else if (nesting === -1) {
      const { token: opening, children: inside } = open.pop()!;
      const kind = opening && KINDS[opening.type];
      const href = opening?.attrGet("href");
      // What has no name of its own holds what has: the head and the body of a table.
      if (kind === undefined) open.at(-1)!.children.push(...inside);
      else open.at(-1)!.children.push({ kind, ...(href == null ? {} : { detail: href }), children: inside });
    } else if (KINDS[type] !== undefined)
      open.at(-1)!.children.push({ kind: KINDS[type], ...described(token), children: [] });
  }
  return open[0]!.children;
}

function described(token: Token): { readonly detail?: string } {
  if (token.type === "image") return { detail: token.attrGet("src") ?? "" };
  return /code|fence/.test(token.type) ? { detail: content(token.content) } : {};
}

/** The words of a heading, without tags and images. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content: words }) => {
      if (/^(?:text|text_special|code_inline)$/.test(type)) return words;
      return /break$/.test(type) ? "\n" : "";
    })
    .join("");
}
