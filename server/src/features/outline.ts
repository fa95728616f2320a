import type { Analysis } from "../analysis.js";
import type { InternalComment } from "../report/internal-comments.js";
import type { Kind } from "../report/kind-table.js";
import type { Report, Section, SectionWords } from "../report/model.js";
import { isSpace } from "../text/characters.js";
import { inEnglish, l10n, type Say } from "../text/message.js";
import type { Span } from "../text/span.js";

/** One entry of an editor's outline. The span covers the whole body, `selection` the heading or the marker's first line. */
export interface OutlineNode extends Span {
  readonly name: string;
  /** Speakers, day and time; of a comment its audience. */
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** What an entry is: a section of some kind, or a marker in one. */
export type OutlineKind = Kind | "internal" | "redacted";

export interface OutlineOptions {
  /** Whether internal comments and redacted markers are entries too. */
  readonly markers?: boolean;
  /** The language of what is not the report's own. */
  readonly say?: Say;
}

/** A comment's first words in the outline are no longer than this. */
const NAME_LENGTH = 60;

/** The sections of a report as an editor's outline. Entries lie in the one above them and beside each other. */
export function outline(
  { report, text: { content }, remembered }: Analysis,
  { markers = false, say = inEnglish }: OutlineOptions = {},
): OutlineNode[] {
  const leaves = new Leaves(markers ? markerNodes(report, content, say) : []);
  const { sections } = report;
  const front = leaves.before(sections[0]?.heading.from ?? content.length);
  const details = remembered.get("outline details", undefined, always, () => new WeakMap());
  const of = { text: content, leaves, say, details };
  return [...front, ...sections.map((section) => node(section, undefined, of))];
}

const always = () => true;

interface OutlineParts {
  readonly text: string;
  readonly leaves: Leaves;
  readonly say: Say;
  /** The details of sections, and the day above for which they were made. */
  readonly details: WeakMap<SectionWords, { readonly dayAbove: string | undefined; readonly detail: string }>;
}

function node(section: Section, dayAbove: string | undefined, of: OutlineParts): OutlineNode {
  const { heading, words, children } = section;
  const { kind, title, day } = words;
  const to = bodyEnd(section, of.text);
  const own = of.leaves.before(children[0]?.from ?? to);
  const below = children.map((child) => node(child, day, of));
  return {
    from: heading.from,
    to,
    name: title || of.text.slice(heading.from, heading.to).trim() || of.say(l10n.t("(untitled)")),
    detail: detailOf(words, dayAbove, of),
    kind,
    selection: heading,
    children: own.length === 0 ? below : [...own, ...below],
  };
}

/** Speakers, day and time; a day that the entry's name or the one above it tells is not told again. */
function detailOf(words: SectionWords, dayAbove: string | undefined, { details }: OutlineParts): string {
  const known = details.get(words);
  if (known?.dayAbove === dayAbove && known) return known.detail;
  const { title, speakers, day, time } = words;
  const ownDay = day === dayAbove || (day !== undefined && title.includes(day)) ? undefined : day;
  const when = [ownDay, time].filter((part) => part !== undefined).join(" ");
  const detail = [speakers.map(({ name }) => name).join(", "), when]
    .filter((part) => part !== "")
    .join(" · ");
  details.set(words, { dayAbove, detail });
  return detail;
}

/** The offset behind a section's last character that is no white space. */
export function bodyEnd({ heading, to }: Pick<Section, "heading" | "to">, text: string): number {
  let end = to;
  while (end > heading.to && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const NO_NODES: OutlineNode[] = [];

/** Markers in the order of the text, handed out to the sections they begin in. */
class Leaves {
  private next = 0;

  constructor(private readonly nodes: readonly OutlineNode[]) {}

  /** The markers that begin before `end`, cut there: what a section holds ends with it. */
  before(end: number): OutlineNode[] {
    const first = this.next;
    if (!(this.nodes[first] && this.nodes[first].from < end)) return NO_NODES;
    while (this.next < this.nodes.length && this.nodes[this.next]!.from < end) this.next++;
    return this.nodes.slice(first, this.next).map((leaf) => ({
      ...leaf,
      to: Math.min(leaf.to, end),
      selection: { from: leaf.selection.from, to: Math.min(leaf.selection.to, end) },
    }));
  }
}

/** The outermost internal comments and redacted markers. A heading that is internal is an entry already. */
function markerNodes({ comments, redacted }: Report, text: string, say: Say): OutlineNode[] {
  const leaf = ({ from, to }: Span, node: () => OutlineNode) => ({ from, to, node });
  const found = [
    ...comments
      .filter(({ form }) => form !== "section")
      .map((comment) => leaf(comment, () => commentNode(comment, text, say))),
    ...redacted.map((marker) =>
      leaf(marker, () => leafNode(marker, text, "redacted", say(l10n.t("Redacted")))),
    ),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  const outermost = found.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
  // Only now: each is read to the end of its line.
  return outermost.map(({ node }) => node());
}

function commentNode(comment: InternalComment, text: string, say: Say): OutlineNode {
  const { open, close, to, audience } = comment;
  const name = firstWords(text.slice(open.to, Math.max(open.to, close?.from ?? to)));
  return {
    ...leafNode(comment, text, "internal", name || say(l10n.t("Internal comment"))),
    detail: audience,
  };
}

function leafNode({ from, to }: Span, text: string, kind: OutlineKind, name: string): OutlineNode {
  const line = /[\r\n]/.exec(text.slice(from, to))?.index ?? to - from;
  return { from, to, name, detail: "", kind, selection: { from, to: from + line }, children: [] };
}

/** The first words of a comment without list and quote marks, cut between words. */
export function firstWords(text: string): string {
  // Long comments are not read to their end for a few words.
  const start = text.slice(0, NAME_LENGTH * 8);
  const words = start
    .replace(/^[\s>*+•–:-]+/, "")
    .replace(/[\r\n][\s>]*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= NAME_LENGTH) return words;
  const cut = words.slice(0, NAME_LENGTH + 1);
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : [...cut].slice(0, -1).join("")).trimEnd()}…`;
}
