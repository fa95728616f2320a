import { isNarrower } from "../report/audiences.js";
import type { PlacedSuspect } from "../report/suspects-passages.js";
import type { TermHit } from "../report/suspects-terms.js";
import type { TextEdit } from "../text/edit.js";
import { lineBreakOf } from "../text/line-break.js";
import { l10n } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { Finding, Fix, Rule, RuleInput } from "./rule.js";

export const suspectedInternalComment: Rule = {
  code: "suspected-internal-comment",
  severity: "warning",
  summary: "A sentence reads as not meant for everyone, and no internal comment protects it.",
  docs: {
    why: "What is said in confidence, between colleagues or about our own plans is easily left in the public text. Once it is published it cannot be taken back.",
    bad: "---\ntype: trip-report\naudience: public\n---\n\n# Day one\n\nA good keynote. Off the record, two of their engineers are about to quit.\n",
    good: "---\ntype: trip-report\naudience: team\n---\n\n# Day one\n\nA good keynote. [internal: Off the record, two of their engineers are about to quit.]\n",
    limits:
      "The rule knows built-in English phrases and a few German ones, and how often they go together. It does not know your company: a code name, a customer or a host is found only when `terms` in the configuration names it. It reads one sentence at a time, so a remark that is told only by the sentence before it passes. It does not see irony, hints, pictures and their descriptions, code, link targets, or other languages. Opinions that anybody could hold in public (“the talk was too basic”) are left alone, and so is what a speaker is quoted as saying. Silence of this rule is no permission to publish: read the copy before it goes out.",
    fix: "Mark the sentence as internal, or the whole paragraph or list item. A sentence that may stay is waived by `<!-- trip-report-disable-next-line suspected-internal-comment -->`.",
  },
  *check(input: RuleInput) {
    const { report, text } = input;
    for (const suspect of report.suspects) yield finding(suspect, input);
    if (!input.terms || input.terms.terms.none) return;
    const hidden = [...report.comments, ...report.hidden].sort((a, b) => a.from - b.from);
    for (const hit of publicTerms(input.terms, input, hidden)) {
      const word = text.slice(hit.from, hit.to);
      yield {
        from: hit.from,
        to: hit.to,
        ...severityFor(input),
        message: l10n.t(
          "reads as not meant for everyone: holds a term that the configuration marks as internal",
        ),
        messageWithText: l10n.t(
          "reads as not meant for everyone: the configuration marks “{0}” as internal",
          word,
        ),
      };
    }
  },
};

function finding(suspect: PlacedSuspect, input: RuleInput): Finding {
  const { words, phrases, reasons } = suspect;
  const shown = words.map(({ from, to }) => `“${input.text.slice(from, to).replace(/\s+/g, " ")}”`);
  return {
    from: suspect.from,
    to: suspect.to,
    ...severityFor(input),
    message: l10n.t("reads as not meant for everyone: it {0} ({1})", reasons, phrases.join(", ")),
    messageWithText: l10n.t("reads as not meant for everyone: it {0} ({1})", reasons, shown.join(", ")),
    fixes: fixes(suspect, input),
  };
}

/** In a file for few people the sentence is where it belongs, until the file is published. */
function severityFor({ audiences, audience }: RuleInput): Pick<Finding, "severity"> {
  const widest = audiences[audiences.length - 1] ?? audience;
  return isNarrower(audiences, audience, widest) ? { severity: "information" } : {};
}

/** The terms that stand outside every comment; both lists are in the order of the text. */
function* publicTerms(
  { terms, blocks }: NonNullable<RuleInput["terms"]>,
  { text }: RuleInput,
  hidden: readonly Span[],
): Iterable<TermHit> {
  let covered = 0;
  let next = 0;
  for (const { tree, from } of blocks) {
    for (const hit of terms.remembered(tree, () => text.slice(from, from + tree.length))) {
      const placed = { ...hit, from: hit.from + from, to: hit.to + from };
      while (next < hidden.length && hidden[next]!.from <= placed.from)
        covered = Math.max(covered, hidden[next++]!.to);
      if (placed.to > covered) yield placed;
    }
  }
}

const WHOLE = {
  paragraph: l10n.t("Mark the whole paragraph as internal"),
  item: l10n.t("Mark the whole list item as internal"),
  cell: l10n.t("Mark the whole cell as internal"),
} as const;

function fixes(suspect: PlacedSuspect, { text }: RuleInput): Fix[] {
  const { passage } = suspect;
  const inline = inlineEdits(text, suspect);
  const found: Fix[] = [];
  if (inline) found.push({ title: l10n.t("Mark as internal"), edits: inline });
  const whole = passage.kind === "paragraph" ? containerEdits(text, passage) : inlineEdits(text, passage);
  const same = passage.from === suspect.from && passage.to === suspect.to && inline !== undefined;
  if (whole && !same && passage.kind !== "heading")
    found.push({
      title: WHOLE[passage.kind],
      edits: whole,
    });
  return found;
}

/** Wraps a stretch of one line, with emphasis that begins or ends right at its ends, unless its brackets would open or close something else. */
function inlineEdits(text: string, span: Span): TextEdit[] | undefined {
  const { from, to } = widened(text, span);
  const words = text.slice(from, to);
  if (/[\r\n[\]\\`<>]/.test(words) || unevenEmphasis(words)) return undefined;
  return [
    { from, to: from, insert: "[internal: " },
    { from: to, to, insert: "]" },
  ];
}

/** A span with the emphasis marks that touch it, where it would break them otherwise. */
function widened(text: string, { from, to }: Span): Span {
  if (!unevenEmphasis(text.slice(from, to))) return { from, to };
  const before = /[*_]{1,3}$/.exec(text.slice(Math.max(0, from - 3), from))?.[0].length ?? 0;
  const after = /^[*_]{1,3}/.exec(text.slice(to, to + 3))?.[0].length ?? 0;
  return before > 0 ? { from: from - before, to } : { from, to: to + after };
}

/** Emphasis that begins inside and ends outside would be broken. */
function unevenEmphasis(words: string): boolean {
  return (words.match(/[*_]{1,3}/g)?.length ?? 0) % 2 === 1;
}

/** Puts a paragraph of whole lines at the left margin into a container; one in a quote has its marks to keep. */
function containerEdits(text: string, { from, to }: Span): TextEdit[] | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", from - 1), text.lastIndexOf("\r", from - 1)) + 1;
  if (text.slice(lineStart, from).trim() !== "" || /[\r\n][ \t]*>/.test(text.slice(from, to)))
    return undefined;
  const indent = text.slice(lineStart, from);
  const end = lineBreakOf(text);
  return [
    { from, to: from, insert: `:::internal${end}${indent}` },
    { from: to, to, insert: `${end}${indent}:::` },
  ];
}
