import type MarkdownIt from "markdown-it";
import type { RuleCore } from "markdown-it/lib/parser_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { strengthOf } from "../features/decorations.js";
import type { AudienceRegion } from "../report/audience-regions.js";
import { wrapBlocks } from "./block-regions.js";
import { blockRule } from "./block-rule.js";
import { wrapParts } from "./inline-regions.js";
import { inlineRule, type Leaf } from "./inline-rule.js";
import { LastAnalysis, type ReportReading } from "./last-analysis.js";
import type { PreviewMark } from "./marks.js";
import { Previewed } from "./previewed.js";
import { renderRules } from "./render-rules.js";
import { SourceMap } from "./source-map.js";

/** What a preview says of an internal stretch, in the language of whoever shows it. */
export interface PreviewWords {
  /** Shown when it is pointed at. */
  title(audience: string): string;
  /** Shown beside it. */
  label(audience: string): string;
}

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
    let row: number | undefined;
    let column = 0;
    for (const token of tokens) {
      if (token.type === "tr_open") {
        row = token.map?.[0];
        column = 0;
      } else if (token.type === "tr_close") row = undefined;
      if (token.type !== "inline" || !token.children || token.content === "") continue;
      const first = token.map?.[0] ?? row;
      if (first === undefined) continue;
      const map = SourceMap.of(token.content, (index) => report.line(first + index), column);
      if (!map) continue;
      if (row !== undefined) column = map.end - report.line(first).from;
      leaves.set(token.children, { previewed: report, map });
    }
  };

  const decorate: RuleCore = (state) => {
    const report = find(state.env, state.src);
    if (!report) return;
    const make = state.Token;
    const attributes = (token: Token, region: AudienceRegion, first: boolean) => {
      token.attrJoin(
        "class",
        `trip-report-internal trip-report-${strengthOf(region, report.audiences.length)}`,
      );
      token.attrSet("data-trip-report-audience", region.audience);
      token.attrSet("title", words.title(region.audience));
      if (first) token.attrSet("data-trip-report-label", words.label(region.audience));
    };
    const bases = new Map<Token, AudienceRegion>();
    const leafOf = (token: Token | undefined) => token?.children && leaves.get(token.children);
    const tokens = wrapBlocks(
      state.tokens,
      {
        make,
        previewed: report,
        attributes,
        spanOf: ({ type, map, meta }, next) => {
          if (type === "trip_report_note_block") return meta as PreviewMark;
          const leaf = next?.type === "inline" ? leafOf(next) : undefined;
          if (leaf) return { from: leaf.map.start, to: leaf.map.end };
          return map ? report.stretch(map[0], map[1]) : undefined;
        },
      },
      (inline, region) => bases.set(inline, region),
    );
    for (const token of tokens) {
      if (token.type !== "inline" || !token.children) continue;
      const leaf = leafOf(token);
      if (leaf)
        token.children = wrapParts(token.children, leaf, { make, attributes, base: bases.get(token) });
      const section = token.map && report.sectionOn(token.map[0]);
      if (section && section.kind !== "topic" && section.kind !== "group") {
        const kind = new make("trip_report_kind", "span", 0);
        kind.content = section.kind;
        token.children.push(kind);
      }
    }
    state.tokens = tokens;
  };

  md.core.ruler.before("normalize", "trip_report_ask", ask);
  md.core.ruler.after("normalize", "trip_report_analyse", analyse);
  md.core.ruler.before("inline", "trip_report_leaves", findLeaves);
  md.core.ruler.push("trip_report_decorate", decorate);
  blockRule(md, find);
  inlineRule(md, leaves);
  renderRules(md);
  return md;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
