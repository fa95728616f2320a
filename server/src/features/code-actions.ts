import type { Analysis } from "../analysis.js";
import type { Config } from "../config.js";
import { redact, redactComment } from "../publish/redact.js";
import type { Fix } from "../rules/rule.js";
import { append } from "../text/append.js";
import { meet, type TextEdit } from "../text/edit.js";
import { lineBreakOf } from "../text/line-break.js";
import { l10n } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { Diagnostic } from "./diagnostic.js";
import { redactionOptions } from "./redaction.js";

/** A change offered for a place in a report. */
export interface Action extends Fix {
  /** The finding that it settles. */
  readonly diagnostic: Diagnostic;
}

/** What can be done about the findings that touch `span`: their fixes, and switching their rules off there. */
export function fixesAt(
  analysis: Analysis,
  config: Config,
  found: readonly Diagnostic[],
  span: Span,
): Action[] {
  const here = found.filter(({ from, to }) => from <= span.to && span.from <= to);
  const fixes = here.flatMap((diagnostic) => (diagnostic.fixes ?? []).map((fix) => ({ ...fix, diagnostic })));
  const waivers = here.flatMap((diagnostic) => waiversFor(analysis, diagnostic));
  const redactions = here.flatMap((diagnostic) => redactionsFor(analysis, config, diagnostic));
  return [...redactions, ...fixes, ...waivers];
}

/**
 * The edits that settle every finding whose fix is almost always wanted. Edits that overlap one before them are
 * left for the next time.
 */
export function fixAll(found: readonly Diagnostic[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { fixes } of found) {
    const fix = fixes?.find(({ preferred }) => preferred);
    if (fix && !meet(fix.edits, edits)) append(edits, fix.edits);
  }
  return edits;
}

/** Taking a comment out for good, or all that this file's readers must not see: as publishing would. */
function redactionsFor(analysis: Analysis, config: Config, diagnostic: Diagnostic): Action[] {
  if (diagnostic.code !== "unredacted-internal-comment") return [];
  const { report } = analysis;
  const comment = report.comments.find(
    ({ open }) => open.from === diagnostic.from && open.to === diagnostic.to,
  );
  if (!comment) return [];
  const options = { ...redactionOptions(config, report.audience), dropKeys: [], keepHtmlComments: true };
  // What the front matter holds for few goes as a whole.
  const one = comment.form === "front-matter" ? [] : redactComment(analysis, comment, options);
  const all = redact(analysis, options).edits;
  const actions: Action[] = [];
  if (one.length > 0) actions.push({ title: l10n.t("Redact this comment"), edits: one, diagnostic });
  if (all.length > one.length) actions.push({ title: l10n.t("Redact all comments"), edits: all, diagnostic });
  return actions;
}

/** The comment that switches a rule off for the line of an offset; undefined where there is no place for one. */
export function waiverForLine(
  { text, report }: Analysis,
  code: string,
  offset: number,
): TextEdit | undefined {
  const front = report.frontMatter;
  const inFrontMatter = front !== undefined && offset < front.to;
  const at = text.lineAt(offset);
  const line = text.lineStart(at);
  // Before the first line of the front matter there is no place for a comment.
  if (inFrontMatter && line <= front.from) return undefined;
  // Inside a list or quote the comment needs the same indentation and marker to stay in it.
  const margin = /^[ \t>]*/.exec(text.content.slice(line, text.lineEnd(at)))![0];
  const lineBreak = lineBreakOf(text.content);
  const waiver = `trip-report-disable-next-line ${code}`;
  const insert = inFrontMatter ? `# ${waiver}${lineBreak}` : `${margin}<!-- ${waiver} -->${lineBreak}`;
  return { from: line, to: line, insert };
}

/** Comments that switch a rule off for the line of a finding, and for the whole file. */
function waiversFor(analysis: Analysis, diagnostic: Diagnostic): Action[] {
  const { text, report, format } = analysis;
  const { code, from } = diagnostic;
  if (code === "unknown-rule" || code === "unused-waiver") return [];
  const lineBreak = lineBreakOf(text.content);
  const front = report.frontMatter;
  const inFrontMatter = front !== undefined && from < front.to;
  const actions: Action[] = [];
  const byLine = waiverForLine(analysis, code, from);
  if (byLine) actions.push({ title: l10n.t("Disable {0} for this line", code), edits: [byLine], diagnostic });
  const top = front && front.problems.length === 0 ? front.to : text.content.startsWith("\ufeff") ? 1 : 0;
  const comment = `<!-- trip-report-disable ${code} -->${lineBreak}`;
  const gap = format === "markdown" ? lineBreak : "";
  const insert = front && top === front.to ? `${lineBreak}${gap}${comment.trimEnd()}` : `${comment}${gap}`;
  if (!inFrontMatter)
    actions.push({
      title: l10n.t("Disable {0} for this file", code),
      edits: [{ from: top, to: top, insert }],
      diagnostic,
    });
  return actions;
}
