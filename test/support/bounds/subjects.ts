import MarkdownIt from "markdown-it";
import { Analyser, type Analysis } from "../../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../../server/src/config.js";
import { tidyNotes } from "../../../server/src/drafts/tidy-notes.js";
import { fixAll, fixesAt } from "../../../server/src/features/code-actions.js";
import { complete } from "../../../server/src/features/completion/complete.js";
import { decorations } from "../../../server/src/features/decorations.js";
import { diagnostics } from "../../../server/src/features/diagnostics.js";
import { folding } from "../../../server/src/features/folding.js";
import { hover } from "../../../server/src/features/hover.js";
import { outline } from "../../../server/src/features/outline.js";
import { privatePlaces } from "../../../server/src/features/private-places.js";
import { selectionRanges } from "../../../server/src/features/selection-ranges.js";
import { semanticTokens } from "../../../server/src/features/semantic-tokens.js";
import { makeCard } from "../../../server/src/index/make-card.js";
import { linkText } from "../../../server/src/links/link-text.js";
import { bearable } from "../../../server/src/links/patience.js";
import { toDocumentSymbols } from "../../../server/src/lsp/document-symbols.js";
import { reportHtml } from "../../../server/src/overview/report-html.js";
import { overviewOf } from "../../../server/src/overview/report-overview.js";
import { overviewPage, readableOverview } from "../../../server/src/overview/static-page.js";
import { tripReportPreview } from "../../../server/src/preview/plugin.js";
import { inEnglish } from "../../../server/src/text/message.js";
import { COPY, publishText } from "../publish.js";
import { ofAnalysis, type Subject } from "./subject.js";

const settings = recognitionSettings(DEFAULT_CONFIG);
const known = { people: [], tags: [], events: [] };

/** An edit of one character and its analysis; `at` says where, from 0 to 1. */
function edit(at: number): Subject {
  return ofAnalysis((analysis, analyser) => {
    const place = Math.floor(analysis.text.length * at);
    const change = { from: place, to: place, insert: "x" };
    return analyser.update(analysis, analysis.text.replace(change), [change]);
  });
}

function whole(work: (text: string) => unknown): Subject {
  return { prepare: (text) => () => work(text) };
}

const middle = ({ text }: Analysis) => Math.floor(text.length / 2);

/** As the editor's preview has it. */
const PREVIEW = { html: true, linkify: true };

/** The ways a report goes, by name. */
export const subjects: Readonly<Record<string, Subject>> = {
  analyse: whole((text) => new Analyser(settings).analyse(text, "markdown").report.comments),
  "analyse plain text": whole((text) => new Analyser(settings).analyse(text, "plain-text").report.comments),
  "edit in the middle": edit(0.5),
  "edit at the end": edit(1),
  diagnostics: ofAnalysis((analysis) => diagnostics(analysis, { config: DEFAULT_CONFIG })),
  fixes: {
    prepare(text) {
      const analysis = new Analyser(settings).analyse(text, "markdown");
      const found = diagnostics(analysis, { config: DEFAULT_CONFIG });
      const span = { from: 0, to: text.length };
      return () => [fixAll(found), fixesAt(analysis, DEFAULT_CONFIG, found.slice(0, 50), span)];
    },
  },
  outline: ofAnalysis((analysis) => toDocumentSymbols(analysis.text, outline(analysis, { markers: true }))),
  folding: ofAnalysis(folding),
  tokens: ofAnalysis(semanticTokens),
  decorations: ofAnalysis((analysis) => decorations(analysis)),
  "private places": ofAnalysis((analysis) => privatePlaces(analysis, DEFAULT_CONFIG)),
  hover: ofAnalysis((analysis) => hover(analysis, middle(analysis))),
  "selection ranges": ofAnalysis((analysis) => selectionRanges(analysis, middle(analysis))),
  completion: ofAnalysis((analysis) =>
    [0.5, 1].map((part) =>
      complete(analysis, Math.floor(analysis.text.length * part), {
        ...settings,
        known,
        today: "2024-05-14",
      }),
    ),
  ),
  card: ofAnalysis((analysis) => makeCard(analysis)),
  overview: ofAnalysis((analysis) => reportHtml(overviewOf(analysis), { isLinked: true, say: inEnglish })),
  "overview for others": ofAnalysis((analysis, analyser) => {
    const reanalyse = (text: string) => analyser.analyse(text, "markdown");
    const copy = readableOverview(analysis, { ...COPY, force: true, names: [], reanalyse });
    return copy.kind === "readable" && overviewPage([copy]);
  }),
  "link text": ofAnalysis(({ syntax }) => bearable(linkText(syntax))),
  "tidy notes": ofAnalysis((analysis) => tidyNotes(analysis), "plain-text"),
  "publish as Markdown": whole((text) => publishText(text, { to: "md", force: true })),
  "publish as HTML": whole((text) => publishText(text, { to: "html", force: true })),
  "publish as a fragment": whole((text) => publishText(text, { to: "html", fragment: true, force: true })),
  "publish plain text as HTML": whole((text) =>
    publishText(text, { to: "html", source: "plain-text", force: true }),
  ),
  "publish as text": whole((text) => publishText(text, { to: "txt", force: true })),
  preview: {
    prepare(text) {
      const rendered = (renderer: MarkdownIt) => renderer.render(text);
      try {
        rendered(new MarkdownIt(PREVIEW));
      } catch {
        // The editor's own renderer cannot show it, reports or not.
        return () => undefined;
      }
      return () => rendered(tripReportPreview(new MarkdownIt(PREVIEW), () => ({ format: "markdown" })));
    },
  },
};
