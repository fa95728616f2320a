import type { Section } from "../../report/model.js";
import { l10n } from "../../text/message.js";
import { contains } from "../../text/span.js";
import { type EditCommand, type EditInput, refused, type Snippet } from "../edit-result.js";
import { bracketsEnd, speakerNotation } from "./notations.js";
import { sectionsAt, sessionAt } from "./session-at.js";
import { literal, placeholder } from "./snippet.js";
import { withSnippet } from "./snippet-check.js";

/** A name that no list of speakers has yet, to see whether a notation is understood. */
const SOMEBODY = "Quillon Ashdown";

const NAME = placeholder(1, "Name");
const COMPANY = placeholder(2, "Company");

/** Placeholders for one more speaker of the session at the cursor, in the notation that the report has for them. */
export const addSpeaker: EditCommand = (input, [selection]) => {
  const { report } = input.analysis;
  const at = selection?.from ?? 0;
  const session = sessionAt(report, at) ?? sectionsAt(report, at).findLast(({ kind }) => kind !== "group");
  if (!session) return refused(l10n.t("There is no session at the cursor."));
  for (const snippet of ways(input, session)) if (isUnderstood(input, session, snippet)) return snippet;
  return refused(l10n.t("This session names its speakers in its text: write the name there."));
};

/** Ways to name one more, the report's own first. */
function* ways({ analysis }: EditInput, session: Section): Iterable<Snippet> {
  const { text, report } = analysis;
  const { content } = text;
  const { heading, speakers } = session;
  const described = speakers.some(({ affiliation, role }) => (affiliation ?? role) !== undefined);
  const brackets = bracketsEnd(session, content);
  if (brackets !== undefined && described) yield insertion(brackets, `; ${NAME}, ${COMPANY}`);
  if (brackets !== undefined)
    for (const separator of speakers.length > 1 ? [", ", " and ", "; "] : [" and ", ", ", "; "])
      yield insertion(brackets, separator + NAME);
  const last = speakers.findLast(({ span }) => span && !contains(heading, span))?.span;
  if (last) {
    const line = text.lineAt(last.from);
    const written = content.slice(text.lineStart(line), text.lineEnd(line));
    const end = text.lineStart(line) + written.replace(/(?<![*_\s])[*_\s]+$/, "").length;
    yield insertion(end, described ? `, ${NAME} (${COMPANY})` : `, ${NAME}`);
  }
  const notation = speakerNotation(report, content);
  const inHeading = insertion(headingTextEnd(content, session), ` (${NAME}, ${COMPANY})`);
  const label = notation.kind === "line" ? notation.label : "Speaker: ";
  const below = insertion(heading.to, `\n\n${literal(label)}${NAME} (${COMPANY})`);
  if (speakers.length > 0) yield below;
  else yield* notation.kind === "line" ? [below, inHeading] : [inHeading, below];
}

/** Where the text of a heading ends: before its attributes, its marks and its underline. */
function headingTextEnd(text: string, { heading, attributes, style }: Section): number {
  const written = text.slice(heading.from, attributes?.from ?? heading.to);
  const line = style === "setext" ? written.replace(/(?<![\r\n])[\r\n]+[^\r\n]*$/, "") : written;
  const bare = style === "atx" ? line.replace(/(?<![ \t])[ \t]+#+[ \t]*$/, "") : line;
  return heading.from + bare.replace(style === "bold" ? /(?<![*_\s])[*_\s]+$/ : /(?<!\s)\s+$/, "").length;
}

function insertion(at: number, text: string): Snippet {
  return { kind: "snippet", from: at, to: at, text };
}

/** Whether the report, with a name filled in, has that speaker there beside all it had. */
function isUnderstood(input: EditInput, session: Section, snippet: Snippet): boolean {
  const after = withSnippet(input, snippet, [SOMEBODY, "Tarnholm"]);
  const again = after && sectionsAt(after.report, session.heading.from).at(-1);
  if (!again || again.from !== session.from) return false;
  const names = new Set(again.speakers.map(({ name }) => name));
  return [SOMEBODY, ...session.speakers.map(({ name }) => name)].every((name) => names.has(name));
}
