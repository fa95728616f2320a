import { allSections, type HeadingStyle, type Report, type Section } from "../../report/model.js";
import { l10n } from "../../text/message.js";
import { type EditCommand, type EditInput, refused, type Snippet } from "../edit-result.js";
import { bodyEnd } from "../outline.js";
import { clock, clockStyle } from "./insert-timestamp.js";
import { speakerNotation } from "./notations.js";
import { isSession, sectionsAt, sessions } from "./session-at.js";
import { literal, placeholder } from "./snippet.js";
import { withSnippet } from "./snippet-check.js";

/** Where a new session goes: behind a section, or at the end of the report, and how its heading is written. */
interface Place {
  readonly behind: Section | undefined;
  readonly level: number;
  readonly style: HeadingStyle;
}

const SPEAKER = placeholder(2, "Speaker");

/** A heading with placeholders for title and speaker behind the cursor's session, or as the last of its day or list. */
export const newSession: EditCommand = (input, [selection], { time }) => {
  if (!selection) return refused(l10n.t("There is no cursor."));
  const { analysis } = input;
  const place = placeFor(analysis.report, selection.from);
  const snippet = snippetAt(input, place, headingOf(input, place, time));
  const after = withSnippet(input, snippet);
  const before = allSections(analysis.report.sections).length;
  // A bare heading is one only once it has its words.
  const opens = after && (place.style === "bare" || opensOne(after.report, before, snippet, place.level));
  return opens
    ? snippet
    : refused(l10n.t("No session can begin here: a code block or a comment is open at this place."));
};

function placeFor(report: Report, offset: number): Place {
  const path = sectionsAt(report, offset);
  const session = path.findLast(isSession);
  if (session) return { behind: session, level: session.level, style: session.style };
  const group = path.findLast(({ kind }) => kind === "group");
  if (group) {
    const like = group.children.find(isSession) ?? group.children[0];
    const bare = group.style === "bare" ? "bare" : "atx";
    return { behind: group, level: like?.level ?? Math.min(6, group.level + 1), style: like?.style ?? bare };
  }
  const last = sessions(report).at(-1) ?? path[0] ?? report.sections.at(-1);
  return last
    ? { behind: last, level: last.level, style: last.style }
    : { behind: undefined, level: 2, style: "atx" };
}

function headingOf({ analysis }: EditInput, { level, style }: Place, time: string | undefined): string {
  const { report, text, format } = analysis;
  const notation = speakerNotation(report, text.content);
  const said = /^(\d\d):(\d\d)$/.exec(time ?? "");
  const timed = said && timesLead(report, text.content);
  const when = timed
    ? `${clock(Number(said[1]), said[2]!, { ...clockStyle(text, report), colon: "" })} `
    : "";
  const title = `${literal(when)}${placeholder(1, "Title")}${notation.kind === "heading" ? ` (${SPEAKER})` : ""}`;
  const line = notation.kind === "line" ? `\n\n${literal(notation.label)}${SPEAKER}` : "";
  if (format === "plain-text" || style === "bare") return title + line;
  return (style === "bold" ? `**${title}**` : `${"#".repeat(level)} ${title}`) + line;
}

/** Whether most sessions of a report have their time first in their heading. */
function timesLead(report: Report, text: string): boolean {
  const all = sessions(report);
  const leading = all.filter(({ heading }) =>
    /^[#*_ \t]*\d{1,2}[:.]\d{2}/.test(text.slice(heading.from, heading.to)),
  );
  return leading.length * 2 > all.length;
}

function snippetAt({ analysis }: EditInput, { behind }: Place, heading: string): Snippet {
  const { content, length } = analysis.text;
  const to = behind?.to ?? length;
  let from = behind ? bodyEnd(behind, content) : length;
  while (from > 0 && !behind && /\s/.test(content[from - 1]!)) from--;
  const start = from === 0 || content.slice(0, from) === "\ufeff" ? "" : "\n\n";
  return { kind: "snippet", from, to, text: `${start}${heading}\n\n- $0${to < length ? "\n\n" : "\n"}` };
}

/** Whether a report has one section more, of the level, where the snippet stands. */
function opensOne({ sections }: Report, before: number, { from }: Snippet, level: number): boolean {
  const all = allSections(sections);
  const made = all.find((section) => section.from >= from);
  return all.length === before + 1 && made?.level === level;
}
