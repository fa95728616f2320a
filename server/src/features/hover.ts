import type { Analysis } from "../analysis.js";
import { explainSection } from "../report/explain.js";
import type { InternalComment } from "../report/internal-comments.js";
import { allSections, type Person, type Section } from "../report/model.js";
import { inEnglish, l10n, type Say } from "../text/message.js";
import { contains, type Span, touches } from "../text/span.js";
import type { Text } from "../text/text.js";

/** What is known of the thing at an offset, as Markdown, and the thing's place. */
export interface Hover extends Span {
  readonly markdown: string;
}

/** Explains the mark, redacted marker or section heading at an offset, else the innermost internal comment around it. */
export function hover({ report, text }: Analysis, offset: number, say: Say = inEnglish): Hover | undefined {
  const redacted = report.redacted.find((marker) => touches(marker, offset));
  if (redacted) {
    const said = [
      say(l10n.t("**Redacted marker**: a remark stood here.")),
      ...(redacted.asTag ? [say(l10n.t("Rendered as Markdown it shows nothing: write `\\<…>`."))] : []),
    ];
    return {
      from: redacted.from,
      to: redacted.to,
      markdown: said.join(" "),
    };
  }
  const comment = report.comments.findLast(
    ({ open, close }) => touches(open, offset) || (close && touches(close, offset)),
  );
  if (comment) {
    const span = touches(comment.open, offset) ? comment.open : (comment.close ?? comment.open);
    return commentHover(comment, span, text, say);
  }
  const section = allSections(report.sections).find(({ heading }) => touches(heading, offset));
  if (section) return { ...section.heading, markdown: describe(section, report, say) };
  const around = report.comments.findLast(({ from, to }) => from <= offset && offset < to);
  return around && commentHover(around, around, text, say);
}

/** Who may read a comment, and what is wrong with it. */
function commentHover(comment: InternalComment, { from, to }: Span, text: Text, say: Say): Hover {
  const lines = text.lineAt(comment.to) - text.lineAt(comment.from) + 1;
  const notes = [
    lines === 1
      ? say(l10n.t("**Internal comment** ({0}), for `{1}`, 1 line.", comment.form, comment.audience))
      : say(
          l10n.t("**Internal comment** ({0}), for `{1}`, {2} lines.", comment.form, comment.audience, lines),
        ),
    comment.unknownAudience === undefined
      ? ""
      : say(l10n.t("The audience written is not configured, so it counts as the narrowest.")),
    comment.unclosed ? say(l10n.t("It never closes, so it runs to the end of its container.")) : "",
    say(l10n.t("A copy for a wider audience has a redacted marker in its place.")),
  ];
  return { from, to, markdown: notes.filter(Boolean).join("\n\n") };
}

function describe(section: Section, report: Analysis["report"], say: Say): string {
  const { kind, title, day, time, speakers } = section;
  const within = (spans: readonly Span[]) => spans.filter((span) => contains(section, span)).length;
  const when = [day, time].filter((part) => part !== undefined).join(", ");
  const counts = [
    [within(report.comments), INTERNAL],
    [within(report.redacted), REDACTED],
    [within(report.followUps.filter(({ done }) => !done)), TO_DO],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => say(what(count)));
  const why = explainSection(section, say)
    .slice(1)
    .map((reason) => `- ${escaped(reason)}`);
  return [
    `**${kind}** ${escaped(title)}`,
    speakers.map(named).join("; "),
    when,
    said.join(", "),
    [say(l10n.t("Recognised by:")), "", ...why].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function named({ name, role, affiliation }: Person): string {
  return escaped([name, role, affiliation].filter((part) => part !== undefined).join(", "));
}

const INTERNAL = (count: number) => l10n.t("{0} internal", count);
const REDACTED = (count: number) => l10n.t("{0} redacted", count);
const TO_DO = (count: number) => l10n.t("{0} to follow up", count);

/** Text of the report as Markdown that shows it as it is: nothing in it becomes markup or a link. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&");
}
