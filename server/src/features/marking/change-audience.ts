import type { InternalComment } from "../../report/internal-comments.js";
import { aboutForm } from "../../syntax/forms.js";
import { applyEdits, type TextEdit } from "../../text/edit.js";
import { l10n } from "../../text/message.js";
import { type EditCommand, type EditInput, refused } from "../edit-result.js";
import { mistakes, piecesOf, Readers } from "../privacy.js";
import { commentAt } from "./comment-at.js";

/** The longest opening mark that is rewritten, in UTF-16 units: patterns take their time on longer ones. */
const MAX_MARK = 400;

/** Says for whom the comment at the cursor is, in any form that can say so. */
export const changeAudience: EditCommand = (input, selections, { audience }) => {
  const { analysis, config } = input;
  const comment = selections[0] && commentAt(analysis.report, selections[0]);
  if (!comment) return refused(l10n.t("There is no internal comment at the cursor."));
  if (comment.slip !== undefined)
    return refused(l10n.t("This comment is misspelt: put its marks right first."));
  if (!aboutForm(comment.form).worded)
    return refused(l10n.t("This form is for the narrowest audience: it has no place for another."));
  if (comment.open.to - comment.open.from > MAX_MARK)
    return refused(l10n.t("The audience cannot be said here."));
  const { audiences } = config;
  if (audience === undefined || !audiences.includes(audience))
    return { kind: "choose", what: "audience", options: audiences, current: comment.audience };
  const edits = [rewritten(input, comment, audience)];
  return sayingSo(input, comment, edits, audience)
    ? { kind: "edits", edits }
    : refused(l10n.t("The audience cannot be said here."));
};

/** As `<internal audience="company">` and `{audience=company}` have it; what is longer is no audience's name. */
const ATTRIBUTE =
  /[ \t]{0,200}\baudience[ \t]{0,200}=[ \t]{0,200}(?:"[^"]{0,200}"|'[^']{0,200}'|[^\s"'{}>]{1,200})/i;

/** The opening mark with another audience; the narrowest is not said. */
function rewritten(
  { analysis, config }: EditInput,
  { form, open }: InternalComment,
  audience: string,
): TextEdit {
  const said = analysis.text.content.slice(open.from, open.to);
  const narrowest = audience === config.audiences[0];
  const braced = ATTRIBUTE.test(said) || form === "section" || form === "tag";
  const insert = braced
    ? withAttribute(said, form, narrowest ? "" : audience)
    : withWord(said, narrowest ? "" : audience);
  return { from: open.from, to: open.to, insert };
}

/** `{.internal audience=company}`, `<internal audience="company">`. */
function withAttribute(said: string, form: InternalComment["form"], audience: string): string {
  const quote = form === "tag" ? '"' : "";
  const bare = said.replace(ATTRIBUTE, "").replace(/(?<![ \t])[ \t]*\{[ \t]*\}$/, "");
  if (audience === "") return bare;
  const attribute = ` audience=${quote}${audience}${quote}`;
  const end = /[>}]$/.test(bare) ? bare.length - 1 : bare.length;
  return end < bare.length || form === "tag"
    ? bare.slice(0, end).trimEnd() + attribute + bare.slice(end)
    : `${bare} ${audience}`;
}

/** `:::internal company`, `[internal company:`, `[!INTERNAL company]`, `<!-- internal company:`. */
function withWord(said: string, audience: string): string {
  const [, lead = "", word = ""] = /^([^\p{L}]*)([\p{L}\p{M}]+)/u.exec(said) ?? [];
  return lead + word + (audience === "" ? "" : ` ${audience}`) + signOf(said);
}

/** The sign that an opening mark ends with: a colon, a bracket, or the colons of a container behind a blank. */
function signOf(said: string): string {
  if (!/[:\]]$/.test(said)) return "";
  let from = said.length;
  while (said[from - 1] === ":") from--;
  return said.length - from >= 3 && /[ \t]/.test(said[from - 1] ?? "") ? said.slice(from) : said.slice(-1);
}

/** Whether the report, read again, has the same comment for the audience, and nothing else is different. */
function sayingSo(
  { analysis, config, reanalyse }: EditInput,
  comment: InternalComment,
  edits: readonly TextEdit[],
  audience: string,
): boolean {
  const { content, length } = analysis.text;
  const after = reanalyse(applyEdits(content, edits));
  const same = after.report.comments.some(
    (found) =>
      found.open.from === comment.open.from && found.form === comment.form && found.audience === audience,
  );
  if (!same || mistakes(after) > mistakes(analysis)) return false;
  return new Readers(analysis, after, piecesOf(length, edits), config.audiences).every(
    (then, now, at) => now === then || (comment.from <= at && at < comment.to),
  );
}
