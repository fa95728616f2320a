import type { Analysis } from "../analysis.js";
import { explainSection } from "../report/explain.js";
import { allSections, type Person, type Section } from "../report/model.js";
import { contains, type Span, touches } from "../text/span.js";

/** What is known of the thing at an offset, as Markdown, and the thing's place. */
export interface Hover extends Span {
  readonly markdown: string;
}

/** Explains the internal comment, redacted marker or section heading at an offset; the innermost wins. */
export function hover({ report, text }: Analysis, offset: number): Hover | undefined {
  const redacted = report.redacted.find((marker) => touches(marker, offset));
  if (redacted) {
    const vanishes = redacted.asTag ? " Rendered as Markdown it shows nothing: write `\\<…>`." : "";
    return {
      from: redacted.from,
      to: redacted.to,
      markdown: `**Redacted marker**: a remark stood here.${vanishes}`,
    };
  }
  const comment = report.comments.findLast(
    ({ open, close }) => touches(open, offset) || (close && touches(close, offset)),
  );
  if (comment) {
    const span = touches(comment.open, offset) ? comment.open : (comment.close ?? comment.open);
    const lines = text.lineAt(comment.to) - text.lineAt(comment.from) + 1;
    const notes = [
      `**Internal comment** (${comment.form}), for \`${comment.audience}\`, ${lines === 1 ? "1 line" : `${lines} lines`}.`,
      comment.unknownAudience === undefined
        ? ""
        : "The audience written is not configured, so it counts as the narrowest.",
      comment.unclosed ? "It never closes, so it runs to the end of its container." : "",
      "A copy for a wider audience has a redacted marker in its place.",
    ];
    return { ...span, markdown: notes.filter(Boolean).join("\n\n") };
  }
  const section = allSections(report.sections).find(({ heading }) => touches(heading, offset));
  return section && { ...section.heading, markdown: describe(section, report) };
}

function describe(section: Section, report: Analysis["report"]): string {
  const { kind, title, day, time, speakers } = section;
  const within = (spans: readonly Span[]) => spans.filter((span) => contains(section, span)).length;
  const when = [day, time].filter((part) => part !== undefined).join(", ");
  const counts = [
    [within(report.comments), "internal"],
    [within(report.redacted), "redacted"],
    [within(report.followUps.filter(({ done }) => !done)), "to follow up"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const why = explainSection(section)
    .slice(1)
    .map((reason) => `- ${escaped(reason)}`);
  return [
    `**${kind}** ${escaped(title)}`,
    speakers.map(named).join("; "),
    when,
    said.join(", "),
    ["Recognised by:", "", ...why].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function named({ name, role, affiliation }: Person): string {
  return escaped([name, role, affiliation].filter((part) => part !== undefined).join(", "));
}

/** Text of the report as Markdown that shows it as it is: nothing in it becomes markup or a link. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&");
}
