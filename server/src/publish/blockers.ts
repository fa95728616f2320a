import type { Report } from "../report/model.js";
import { l10n, type Message } from "../text/message.js";
import type { Span } from "../text/span.js";
import { SpanIndex } from "./span-index.js";

/** Why a report is not published: a code, the place and a sentence that repeats none of the report's words. */
export interface Reason extends Span {
  readonly code: string;
  readonly message: Message;
  /** Where the place is: in the source, or in the copy that was made and thrown away. */
  readonly in: "source" | "copy";
  /** It is an end that belongs to no comment. */
  readonly isClose?: true;
}

/** What keeps a report from being published: marks of internal comments that cannot be trusted. */
export function blockers(report: Report): Reason[] {
  const reasons: Reason[] = [];
  const add = (code: string, { from, to }: Span, message: Message) =>
    reasons.push({ code, from, to, message, in: "source" });
  for (const { open, unclosed, slip, unknownAudience } of report.comments) {
    if (slip !== undefined) add("misspelt-internal-comment", open, l10n.t("a misspelt internal comment"));
    else if (unclosed)
      add("unclosed-internal-comment", open, l10n.t("an internal comment that never closes"));
    if (unknownAudience !== undefined)
      add("unknown-audience", open, l10n.t("an internal comment for an audience that is not configured"));
  }
  const comments = new SpanIndex(report.comments);
  for (const stray of report.strayCloses) {
    const { from, to, slip } = stray;
    const place = { from, to, in: "source", isClose: true } as const;
    if (slip !== undefined)
      reasons.push({
        ...place,
        code: "misspelt-internal-comment",
        message: l10n.t("a misspelt end of an internal comment"),
      });
    else if (!comments.holds(stray))
      reasons.push({
        ...place,
        code: "stray-internal-close",
        message: l10n.t("an end of an internal comment without its beginning"),
      });
  }
  for (const span of report.commentsInCode)
    add("internal-comment-in-code", span, l10n.t("an internal comment inside code"));
  if (report.unknownAudience)
    add("unknown-audience", report.unknownAudience, "the report is for an audience that is not configured");
  for (const problem of report.frontMatter?.problems ?? [])
    add("front-matter-syntax", problem, l10n.t("front matter that cannot be read"));
  return reasons.sort((a, b) => a.from - b.from);
}
