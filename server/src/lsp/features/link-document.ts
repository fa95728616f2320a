import type { Position, Range } from "vscode-languageserver";
import type { ITextDocument } from "vscode-markdown-languageservice";
import { URI } from "vscode-uri";
import { type Anchor, anchorsOf } from "../../links/anchors.js";
import { linkText } from "../../links/link-text.js";
import { bearable } from "../../links/patience.js";
import type { Syntax } from "../../syntax/parse.js";
import { Text } from "../../text/text.js";
import { fromPosition } from "../from-protocol.js";

/**
 * A Markdown file as the library that finds links has it. Offsets are those of the file; lines are not, for a link
 * that goes over several stands on one (`links/link-text.ts`). `shown` and `actual` translate places.
 */
export class LinkDocument implements ITextDocument {
  readonly $uri: URI;

  private constructor(
    /** As the library writes it. */
    readonly uri: string,
    readonly version: number,
    readonly source: Text,
    private readonly text: Text,
    /** The names that its headings give themselves. */
    readonly anchors: readonly Anchor[],
  ) {
    this.$uri = URI.parse(uri);
  }

  /** A version of a file. A text that would take too long counts as empty. */
  static of(uri: string, version: number, source: Text, syntax: Syntax): LinkDocument {
    return bearable(source.content)
      ? new LinkDocument(uri, version, source, Text.of(linkText(syntax)), anchorsOf(syntax))
      : new LinkDocument(uri, version, source, Text.of(""), []);
  }

  get lineCount(): number {
    return this.text.lineCount;
  }

  getText(range?: Range): string {
    if (!range) return this.text.content;
    return this.text.content.slice(fromPosition(this.text, range.start), fromPosition(this.text, range.end));
  }

  positionAt(offset: number): Position {
    return positionIn(this.text, offset);
  }

  /** The line, for the library, of an offset. */
  lineAt(offset: number): number {
    return this.text.lineAt(offset);
  }

  /** A place of the file as the library has it. */
  shown(position: Position): Position {
    return this.positionAt(fromPosition(this.source, position));
  }

  /** A place of the library's in the file. */
  actual({ start, end }: Range): Range {
    const place = (position: Position) => positionIn(this.source, fromPosition(this.text, position));
    return { start: place(start), end: place(end) };
  }

  /** The same text at another place. */
  at(uri: string): LinkDocument {
    return new LinkDocument(uri, this.version, this.source, this.text, this.anchors);
  }
}

function positionIn(text: Text, offset: number): Position {
  const { line, column } = text.positionAt(offset);
  return { line, character: column };
}
