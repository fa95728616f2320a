import type { Analysis } from "../analysis.js";
import { KNOWN_CODES } from "../rules/index.js";
import { l10n } from "../text/message.js";
import { nearest } from "../text/nearest.js";
import type { Span } from "../text/span.js";
import type { Diagnostic } from "./diagnostic.js";

/** A comment in the report that switches rules off, and the lines (0-based, `to` exclusive) that it covers. */
interface Waiver extends Span {
  readonly codes: readonly string[];
  readonly lines: Span;
  used: boolean;
}

/** The codes about waivers themselves, which no waiver covers. */
const ABOUT_WAIVERS = new Set(["unknown-rule", "unused-waiver"]);

const DIRECTIVE = /trip-report-(disable-next-line|disable|enable)\b[ \t]*([a-z0-9, \t-]{0,1000})/g;

/** The findings that no comment in the report waives, and those about waivers that are wrong or waive nothing. */
export function applyWaivers(analysis: Analysis, found: readonly Diagnostic[]): Diagnostic[] {
  const { text } = analysis;
  const comments = commentsOf(analysis).filter(({ from, to }) =>
    text.content.slice(from, to).includes("trip-report-"),
  );
  if (comments.length === 0) return [...found];
  const { waivers, unknown } = readWaivers(analysis, comments);
  const kept = found.filter((diagnostic) => {
    const line = text.lineAt(diagnostic.from);
    const waiver = waivers.find(
      ({ lines, codes }) =>
        lines.from <= line && line < lines.to && (codes.length === 0 || codes.includes(diagnostic.code)),
    );
    if (waiver) waiver.used = true;
    return !waiver || ABOUT_WAIVERS.has(diagnostic.code);
  });
  const unused = waivers
    .filter(({ used, codes }) => !used && codes.every((code) => KNOWN_CODES.has(code)))
    .map(({ from, to }): Diagnostic => {
      const fixes = [{ title: l10n.t("Remove the waiver"), edits: [{ from, to, insert: "" }] }];
      return {
        code: "unused-waiver",
        severity: "information",
        from,
        to,
        message: l10n.t("this waives nothing"),
        unnecessary: true,
        fixes,
      };
    });
  return [...kept, ...unknown, ...unused];
}

function readWaivers(
  { text }: Analysis,
  comments: readonly Span[],
): { readonly waivers: Waiver[]; readonly unknown: Diagnostic[] } {
  const waivers: Waiver[] = [];
  const unknown: Diagnostic[] = [];
  const open: Waiver[] = [];
  const end = (waiver: Waiver, line: number) =>
    waivers.push({ ...waiver, lines: { from: waiver.lines.from, to: line } });
  for (const comment of comments) {
    for (const directive of text.content.slice(comment.from, comment.to).matchAll(DIRECTIVE)) {
      const codes = directive[2]!
        .split(/[, \t]+/)
        .filter((code) => /^[a-z]/.test(code))
        .map((code) => code.replace(/(?<!-)-+$/, ""));
      const at = comment.from + directive.index;
      for (const code of codes)
        if (!KNOWN_CODES.has(code)) unknown.push(unknownRule(code, at + directive[0].indexOf(code)));
      const line = text.lineAt(comment.to);
      const waiver = { ...comment, codes, used: false };
      if (directive[1] === "disable-next-line")
        waivers.push({ ...waiver, lines: { from: line + 1, to: line + 2 } });
      else if (directive[1] === "disable")
        open.push({ ...waiver, lines: { from: line, to: text.lineCount } });
      else
        for (const ended of open.splice(0)) {
          const goesOn = codes.length > 0 && !ended.codes.every((code) => codes.includes(code));
          if (goesOn) open.push(ended);
          else end(ended, line);
        }
    }
  }
  for (const waiver of open) end(waiver, text.lineCount);
  return { waivers, unknown };
}

/** Where directives can stand: comments of HTML and of YAML; a plain text has them as they are written. */
function commentsOf({ report, text, format }: Analysis): Span[] {
  if (format === "plain-text")
    return [...text.content.matchAll(/<!--[ \t]*trip-report-[^\r\n>]{0,1000}-->/g)].map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
    }));
  return [...(report.frontMatter?.comments ?? []), ...report.hidden];
}

function unknownRule(code: string, from: number): Diagnostic {
  const near = nearest(code, KNOWN_CODES);
  const fixes =
    near === undefined
      ? []
      : [{ title: l10n.t("Change to “{0}”", near), edits: [{ from, to: from + code.length, insert: near }] }];
  return {
    code: "unknown-rule",
    severity: "warning",
    from,
    to: from + code.length,
    message: l10n.t("there is no rule of this name"),
    messageWithText: l10n.t("there is no rule “{0}”", code.slice(0, 60)),
    fixes,
  };
}
