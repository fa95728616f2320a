import MarkdownIt from "markdown-it";
import { type Slugger, slugger } from "./slugger.js";

/** A token of Markdown as the finder of links reads it; lines 0-based, the last one not counted. */
export interface MarkdownToken {
  readonly type: string;
  readonly markup: string;
  readonly content: string;
  readonly map: number[] | null;
  readonly children: readonly MarkdownToken[] | null;
}

/** A name that a heading gives itself, and the heading's line. */
export interface LineAnchor {
  readonly name: string;
  readonly line: number;
}

/** Reads Markdown into tokens as the published page does, so that both have the same anchors. */
export class MarkdownTokens {
  readonly slugifier: Slugger = slugger;
  private readonly markdown = new MarkdownIt({ html: true, linkify: false });

  /** The tokens of a text. A heading with a name of its own comes a second time, at the end, under that name. */
  read(text: string, anchors: readonly LineAnchor[]): MarkdownToken[] {
    const tokens: MarkdownToken[] = this.markdown.parse(text, {});
    const names = new Map(anchors.map(({ line, name }) => [line, name]));
    const named = tokens.flatMap((token, index) => {
      const name = token.type === "heading_open" ? names.get(token.map?.[0] ?? -1) : undefined;
      if (name === undefined || anchorOf(name) === anchorOf(tokens[index + 1]?.content ?? "")) return [];
      const words = { type: "text", markup: "", content: name, map: token.map, children: null };
      return [token, words, { ...words, type: "heading_close" }];
    });
    return [...tokens, ...named];
  }
}

function anchorOf(heading: string): string {
  return slugger.fromHeading(heading).value;
}
