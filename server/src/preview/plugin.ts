import type MarkdownIt from "markdown-it";
import type { RuleCore } from "markdown-it/lib/parser_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { blockRule } from "./block-rule.js";
import { decorated, type PreviewWords } from "./decorated.js";
import { inlineRule } from "./inline-rule.js";
import { LastAnalysis, type ReportReading } from "./last-analysis.js";
import { type Leaf, leavesOf } from "./leaves.js";
import { cut, passOver, rejoin } from "./long-texts.js";
import { Previewed } from "./previewed.js";
import { renderRules } from "./render-rules.js";

const ENGLISH: PreviewWords = {
  title: (audience) => `Internal: for ${audience}`,
  label: (audience) => `Internal · ${audience}`,
};

/**
 * Teaches a Markdown renderer what reports have: internal comments are tinted and say whom they are for, redacted
 * markers are bars, sections tell their kind. `readingOf` is asked of each text whether it is a report; every other
 * text is rendered as before, byte for byte. The comments' words are shown: a preview is the writer's own.
 */
export function tripReportPreview(
  md: MarkdownIt,
  readingOf: (source: string) => ReportReading | undefined,
  words: PreviewWords = ENGLISH,
): MarkdownIt {
  const readings = new WeakMap<object, ReportReading>();
  const previewed = new WeakMap<object, Previewed>();
  const leaves = new WeakMap<readonly Token[], Leaf>();
  const analyses = new LastAnalysis();

  /** The report that is rendered; a text that another plugin renders on the way has the same `env` and is none. */
  const find = (env: unknown, src: string): Previewed | undefined => {
    const report = isObject(env) ? previewed.get(env) : undefined;
    return report?.source === src ? report : undefined;
  };

  const inReport = (env: unknown) => isObject(env) && previewed.has(env);

  const ask: RuleCore = ({ src, env }) => {
    if (!isObject(env)) return;
    const reading = readingOf(src);
    if (reading) readings.set(env, reading);
    else readings.delete(env);
  };
  const analyse: RuleCore = ({ src, env }) => {
    const reading = isObject(env) && readings.get(env);
    if (!reading) return;
    previewed.set(env, new Previewed(analyses.analyse(src, reading)));
  };

  const findLeaves: RuleCore = ({ tokens, env, src }) => {
    const report = find(env, src);
    if (!report) return;
    for (const [parts, leaf] of leavesOf(tokens, report)) leaves.set(parts, leaf);
  };
  const decorate: RuleCore = (state) => {
    const report = find(state.env, state.src);
    if (report) state.tokens = decorated(state, report, leaves, words);
  };

  md.core.ruler.before("normalize", "trip_report_ask", ask);
  md.core.ruler.after("normalize", "trip_report_analyse", analyse);
  md.core.ruler.before("inline", "trip_report_leaves", findLeaves);
  md.core.ruler.before("linkify", "trip_report_cut", (state) => inReport(state.env) && cut(state));
  md.core.ruler.after("linkify", "trip_report_rejoin", (state) => inReport(state.env) && rejoin(state));
  md.core.ruler.push("trip_report_decorate", decorate);
  blockRule(md, find);
  inlineRule(md, leaves);
  md.inline.ruler.after(
    "text",
    "trip_report_pass_over",
    (state, silent) => inReport(state.env) && passOver(state, silent),
  );
  renderRules(md);
  return md;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
