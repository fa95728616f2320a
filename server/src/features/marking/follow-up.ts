import { Structure } from "../../publish/structure.js";
import type { FollowUp } from "../../report/model.js";
import { allSections, type Section } from "../../report/model.js";
import type { TextEdit } from "../../text/edit.js";
import { l10n } from "../../text/message.js";
import type { Span } from "../../text/span.js";
import { type EditCommand, type EditInput, refused, type Snippet } from "../edit-result.js";
import { bodyEnd } from "../outline.js";
import { readersOf } from "../privacy.js";
import { sectionsAt } from "./session-at.js";
import { literal, placeholder } from "./snippet.js";
import { withSnippet } from "./snippet-check.js";

/** The longest selection that becomes the words of a follow-up, in UTF-16 units. */
const MAX_WORDS = 160;

const WHAT = placeholder(1, "What");
const OWNER = placeholder(2, "owner");

/**
 * Ticks the follow-up at each cursor. Elsewhere it adds one about the selection or the session: among the report's
 * follow-ups where it has a section for them, else at the end of the cursor's section.
 */
export const followUp: EditCommand = (input, selections) => {
  const [selection] = selections;
  if (!selection) return refused(l10n.t("There is no cursor."));
  const found = selections.map((span) => (span.from === span.to ? followUpAt(input, span.from) : undefined));
  if (found[0])
    return ticked(
      input,
      found.filter((one) => one !== undefined),
    );
  const before = input.analysis.report;
  for (const snippet of snippets(input, selection)) {
    const after = withSnippet(input, snippet)?.report;
    if (
      after &&
      after.followUps.length === before.followUps.length + 1 &&
      allSections(after.sections).length === allSections(before.sections).length
    )
      return snippet;
  }
  return refused(
    l10n.t("No follow-up can stand at the end of this section: a code block or a comment is open there."),
  );
};

/** The follow-up on whose line a cursor is. */
function followUpAt({ analysis }: EditInput, offset: number): FollowUp | undefined {
  const { text, report } = analysis;
  const line = text.lineAt(offset);
  return report.followUps.find(({ from }) => text.lineAt(from) === line);
}

function ticked({ analysis }: EditInput, found: readonly FollowUp[]) {
  const { text, format, syntax } = analysis;
  const structure = new Structure(syntax, text);
  const edits = new Map<number, TextEdit>();
  for (const { from, done } of found) {
    const box = /^\[[ xX]\]/.test(text.content.slice(from, from + 3));
    if (box) edits.set(from, { from: from + 1, to: from + 2, insert: done ? " " : "x" });
    else if (format === "plain-text" || !structure.startsBlock(from))
      return refused(l10n.t("Only a task of its own can be ticked: `- [ ] Action: …`."));
    else edits.set(from, { from, to: from, insert: structure.inItem(from) ? "[x] " : "- [x] " });
  }
  return { kind: "edits", edits: [...edits.values()] } as const;
}

/** The follow-up in the forms to try: with words of the report where everyone may read them that may read the place. */
function* snippets(input: EditInput, selection: Span): Iterable<Snippet> {
  const { text, report } = input.analysis;
  const path = sectionsAt(report, selection.from);
  const list = allSections(report.sections).findLast(({ kind }) => kind === "followups");
  const section = list ?? path.at(-1);
  const limit = list
    ? list.to
    : (section?.children[0]?.from ?? section?.to ?? report.sections[0]?.from ?? text.length);
  const end = section
    ? bodyEnd({ heading: section.heading, to: limit }, text.content)
    : trimmedEnd(text.content, limit);
  const about = list && path.at(-1) !== list ? path.at(-1) : undefined;
  const { lead, mark } = leadAt(input, end, section);
  for (const words of [...wordsFor(input, selection, about, end), WHAT])
    for (const gap of ["", "\n"])
      yield {
        kind: "snippet",
        from: end,
        to: end,
        text: `${lead}${mark}Action: ${words} @${OWNER}$0${gap}`,
      };
}

function trimmedEnd(text: string, limit: number): number {
  let end = limit;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  return end;
}

/** What separates a follow-up from the text above it, and its bullet: that of the list it carries on. */
function leadAt(
  { analysis }: EditInput,
  end: number,
  section: Section | undefined,
): { lead: string; mark: string } {
  const { text, format } = analysis;
  const box = format === "markdown" ? "[ ] " : "";
  const top = text.lineAt(section?.heading.to ?? 0);
  let line = text.lineAt(end);
  const written = () => text.content.slice(text.lineStart(line), text.lineEnd(line));
  while (line > top && /^[ \t]+\S/.test(written())) line--;
  const bullet = /^(?:([-*+•–])|\d{1,3}[.)])[ \t]/.exec(written());
  const lead = end === 0 ? "" : bullet ? "\n" : "\n\n";
  return { lead, mark: `${bullet?.[1] ?? "-"} ${box}` };
}

/** The selected words, or the title of the section at the cursor, unless fewer people may read them than the follow-up. */
function wordsFor(
  { analysis, config }: EditInput,
  selection: Span,
  about: Section | undefined,
  place: number,
): string[] {
  const { content } = analysis.text;
  const { audiences } = config;
  const readers = readersOf(analysis, audiences);
  const around = analysis.report.comments.filter(({ from, to }) => from < place && place < to);
  const there = Math.min(audiences.length, ...around.map(({ audience }) => audiences.indexOf(audience)));
  const mayStand = ({ from, to }: Span) => readers.subarray(from, to).every((reader) => reader >= there);
  const words = content.slice(selection.from, Math.min(selection.to, selection.from + 4 * MAX_WORDS));
  const line = words
    .replace(/^[\s>]*(?:[-*+•–][ \t]+)?/, "")
    .replace(/\s+/g, " ")
    .replace(/(?<![\s.,;:])[\s.,;:]+$/, "");
  if (line !== "" && line.length <= MAX_WORDS && mayStand(selection)) return [placeholder(1, line)];
  return about && mayStand(about.heading) ? [`${WHAT} (${literal(about.title)})`] : [];
}
