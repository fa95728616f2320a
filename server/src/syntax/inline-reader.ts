import { type DelimiterType, Element, InlineContext, type MarkdownParser } from "@lezer/markdown";
import { AddressScanner } from "./address-scanner.js";
import { AngleScanner } from "./angle-scanner.js";
import { type TickRun, TickScanner } from "./code-spans.js";
import { type Delimiter, InlineBase } from "./lezer.js";
import { MOST_INLINE } from "./limits.js";

const OPENS = 1;
const CLOSES = 2;

/** Elements that would be too deep in each other, side by side. */
class Group {
  constructor(readonly items: readonly (Element | Group)[]) {}
}

const NOTHING = new Group([]);

/** A piece of a paragraph in the order of the text: something that was read, or what may open or close something. */
interface Part {
  item: Element | Group | Delimiter;
  /** How deep elements are in each other in it. */
  readonly depth: number;
  /** Counts up from part to part. */
  readonly order: number;
  before: Part | undefined;
  after: Part | undefined;
}

/** A bracket that may begin a link or an image. */
interface OpenBracket {
  readonly part: Part;
  readonly isImage: boolean;
  /** The offset behind it. */
  readonly to: number;
  /** Whether it may begin a link, as far as is known when it is taken. */
  mayBegin: boolean;
}

/**
 * The pieces of one paragraph while it is read, and which belong together. The parser's own goes through all of them again for
 * each that closes something; here that is done as CommonMark describes it, with what was searched in vain remembered,
 * so that a paragraph takes time as it is long.
 */
export class InlineReader extends InlineBase {
  private angleScanner: AngleScanner | undefined;
  private addressScanner: AddressScanner | undefined;
  private readonly start: Part;
  private last: Part;
  private readonly brackets: OpenBracket[] = [];
  /** Brackets of links below this height are in a link already and begin none. */
  private inLink = 0;
  /** How far back nothing opens what was looked for in vain, while one stretch is resolved. */
  private searched: Map<DelimiterType, number[]> | undefined;
  private ticks: TickScanner | undefined;
  /** Whether anything is too deep. */
  private grouped = false;

  constructor(parser: MarkdownParser, text: string, offset: number) {
    super(parser, text, offset);
    this.start = { item: NOTHING, depth: 0, order: 0, before: undefined, after: undefined };
    this.last = this.start;
  }

  get angles(): AngleScanner {
    this.angleScanner ??= new AngleScanner(this.text);
    return this.angleScanner;
  }

  get addresses(): AddressScanner {
    this.addressScanner ??= new AddressScanner(this.text);
    return this.addressScanner;
  }

  /** The run of backticks that begins at an offset of the document. */
  tickRun(pos: number): TickRun | undefined {
    this.ticks ??= new TickScanner(this.text);
    return this.ticks.at(pos - this.offset);
  }

  /** Takes what a reader found; all other ways to add something end here. Answers the offset behind it. */
  append(item: Element | Delimiter): number {
    const part = this.push(item, item instanceof Element ? 1 : 0);
    if (!(item instanceof Element)) {
      const isImage = item.type === InlineContext.imageStart;
      if (isImage || item.type === InlineContext.linkStart)
        this.brackets.push({ part, isImage, to: item.to, mayBegin: true });
    }
    return item.to;
  }

  override get hasOpenLink(): boolean {
    return this.brackets.length > 0;
  }

  /** The last bracket that is still open, which is so no more; undefined where there is none. */
  takeBracket(): OpenBracket | undefined {
    const bracket = this.brackets.pop();
    if (!bracket) return undefined;
    const height = this.brackets.length;
    bracket.mayBegin = bracket.isImage || height >= this.inLink;
    this.inLink = Math.min(this.inLink, height);
    return bracket;
  }

  /** Takes a bracket that begins nothing for text. */
  drop({ part }: OpenBracket): void {
    this.remove(part, part);
  }

  /** Makes a link or image of all behind its bracket; `tail` is what follows the text. */
  link({ part, isImage, to }: OpenBracket, end: number, textEnd: number, tail: readonly Element[]): void {
    const from = to - (isImage ? 2 : 1);
    const all: (Element | Group)[] = [this.elt("LinkMark", from, to)];
    const depth = this.resolve(part, all);
    all.push(this.elt("LinkMark", textEnd - 1, textEnd));
    for (const element of tail) all.push(element);
    this.last = part;
    part.after = undefined;
    const node = this.element(isImage ? "Image" : "Link", from, end, all, depth);
    this.replace(part, part, node.item, node.depth);
    if (!isImage) this.inLink = this.brackets.length;
  }

  /** All elements of the text in order; to be asked once, at its end. */
  finish(): Element[] {
    const items: (Element | Group)[] = [];
    this.resolve(this.start, items);
    return this.grouped ? flat(items) : (items as Element[]);
  }

  /** Adds what stands behind a part to `items`, with emphasis in it found. Answers how deep it is. */
  private resolve(start: Part, items: (Element | Group)[]): number {
    this.searched = undefined;
    for (let part = start.after; part; part = part.after) {
      const close = part.item;
      if (!isDelimiter(close) || !close.type.resolve || !(close.side & CLOSES)) continue;
      const open = this.opener(part, close, start);
      if (open) part = this.wrap(open, part);
    }
    return this.addItems(start, undefined, items);
  }

  /** Adds what was found between two parts, what may open or close something left out. Answers how deep it is. */
  private addItems(start: Part, end: Part | undefined, items: (Element | Group)[]): number {
    let depth = 0;
    for (let part = start.after; part && part !== end; part = part.after)
      if (!isDelimiter(part.item)) {
        items.push(part.item);
        if (part.depth > depth) depth = part.depth;
      }
    return depth;
  }

  /** The nearest part that opens what `close` closes. */
  private opener(closing: Part, close: Delimiter, start: Part): Part | undefined {
    // Which openers fit depends on these alone.
    const kind = (close.side & OPENS ? 3 : 0) + (close.size % 3);
    const none = this.searched?.get(close.type);
    const bottom = none?.[kind] ?? start.order;
    for (let part = closing.before; part && part !== start && part.order > bottom; part = part.before) {
      const open = part.item;
      if (isDelimiter(open) && open.type === close.type && open.side & OPENS && fits(open, close))
        return part;
    }
    const vain = none ?? [];
    vain[kind] = closing.order - 1;
    this.searched ??= new Map();
    this.searched.set(close.type, vain);
    return undefined;
  }

  /** Puts what two delimiters hold into one element; answers the part before the next to look at. */
  private wrap(opening: Part, closing: Part): Part {
    const open = opening.item as Delimiter;
    const close = closing.item as Delimiter;
    const asterisk = isEmphasis(open.type);
    const size = asterisk ? Math.min(2, open.to - open.from, close.to - close.from) : 0;
    const from = asterisk ? open.to - size : open.from;
    const to = asterisk ? close.from + size : close.to;
    const { mark } = open.type;
    const content: (Element | Group)[] = mark ? [this.elt(mark, from, open.to)] : [];
    const depth = this.addItems(opening, closing, content);
    if (mark) content.push(this.elt(mark, close.from, to));
    const type = size === 2 ? "StrongEmphasis" : open.type.resolve!;
    const node = this.element(type, from, to, content, depth);
    const whole = this.replace(opening, closing, node.item, node.depth);
    // What is left of longer runs goes on to open and close.
    if (from > open.from) this.insert(whole.before!, { ...open, to: from }, opening.order);
    return close.to > to ? this.insert(whole, { ...close, from: to }, closing.order).before! : whole;
  }

  private element(
    type: string,
    from: number,
    to: number,
    items: readonly (Element | Group)[],
    depth: number,
  ): { readonly item: Element | Group; readonly depth: number } {
    if (depth >= MOST_INLINE) {
      this.grouped = true;
      return { item: new Group(items), depth };
    }
    return { item: this.elt(type, from, to, items as readonly Element[]), depth: depth + 1 };
  }

  private push(item: Part["item"], depth: number): Part {
    const part = { item, depth, order: this.last.order + 1, before: this.last, after: undefined };
    this.last.after = part;
    this.last = part;
    return part;
  }

  private insert(before: Part, item: Part["item"], order: number): Part {
    const part: Part = { item, depth: 0, order, before, after: before.after };
    if (before.after) before.after.before = part;
    else this.last = part;
    before.after = part;
    return part;
  }

  private replace(first: Part, last: Part, item: Part["item"], depth: number): Part {
    const part: Part = { item, depth, order: first.order, before: first.before, after: last.after };
    first.before!.after = part;
    if (last.after) last.after.before = part;
    else this.last = part;
    return part;
  }

  private remove(first: Part, last: Part): void {
    first.before!.after = last.after;
    if (last.after) last.after.before = first.before;
    else this.last = first.before!;
  }
}

function isDelimiter(item: Part["item"]): item is Delimiter {
  return !(item instanceof Element || item instanceof Group);
}

function isEmphasis(type: DelimiterType): boolean {
  return type === InlineContext.emphasisAsterisk || type === InlineContext.emphasisUnderscore;
}

/** The rule of CommonMark about runs that may both open and close, and whose lengths sum up to a multiple of three. */
function fits(open: Delimiter, close: Delimiter): boolean {
  if (!isEmphasis(close.type) || !(close.side & OPENS || open.side & CLOSES)) return true;
  return (open.size + close.size) % 3 !== 0 || (open.size % 3 === 0 && close.size % 3 === 0);
}

/** The elements of nested groups in order, without recursion: groups can be as deep as the text is long. */
function flat(items: readonly (Element | Group)[]): Element[] {
  const elements: Element[] = [];
  const rest: { readonly items: readonly (Element | Group)[]; next: number }[] = [{ items, next: 0 }];
  for (let top = rest.at(-1); top; top = rest.at(-1)) {
    const item = top.items[top.next++];
    if (item === undefined) rest.pop();
    else if (item instanceof Group) rest.push({ items: item.items, next: 0 });
    else elements.push(item);
  }
  return elements;
}
