import { describe, expect, it, vi } from "vitest";
import { makeCard } from "../../server/src/index/make-card.js";
import { ReportIndex } from "../../server/src/index/report-index.js";
import { reportHtml } from "../../server/src/overview/report-html.js";
import { overviewOf } from "../../server/src/overview/report-overview.js";
import { reportsHtml } from "../../server/src/overview/reports-html.js";
import { overviewOfAll } from "../../server/src/overview/reports-overview.js";
import { overviewPage, readableOverview } from "../../server/src/overview/static-page.js";
import { inEnglish } from "../../server/src/text/message.js";
import { analyseText, COPY } from "../support/publish.js";
import { faults } from "./faults.js";
import { PAYLOADS } from "./payloads.js";

vi.mock("vscode", () => ({ l10n: { t: (text: string) => text } }));
const { overviewPage: webviewPage } = await import("../../client/src/overview/overview-page.js");

/** A report that says something in every place that an overview shows. */
function report(payload: string): string {
  const value = JSON.stringify(payload);
  return `---
type: trip-report
title: ${value}
event: ${value}
location: ${value}
website: ${value}
dates: 2024-05-14/2024-05-15
authors: [${value}]
tags: [${value}]
---

# ${payload}

## Day 1 ${payload}

### 9:30 Keynote: ${payload} (Ada Brook, ${payload})

Speaker: Ben Tarn (${payload})

a [internal: ${payload}] \\<Redacted comments> ${payload}

- [ ] Ask about ${payload} @ada
- [x] TODO ${payload}

## ${payload}

### Talk by ${payload}
`;
}

const uri = (payload: string) => `file:///w/${encodeURIComponent(payload)}".trip.md`;
const view = { isLinked: true, say: inEnglish };
const analysed = (payload: string) => analyseText(report(payload), "markdown");

/** Everything that shows an overview. */
const pages: Record<string, (payload: string) => string> = {
  "of a report": (payload) => reportHtml(overviewOf(analysed(payload)), view),
  "of all reports": (payload) => {
    const index = new ReportIndex();
    index.put(uri(payload), makeCard(analysed(payload)));
    return reportsHtml(overviewOfAll(index), view);
  },
  "for others": (payload) => {
    const reanalyse = (text: string) => analyseText(text, "markdown");
    const copy = readableOverview(analysed(payload), { ...COPY, force: true, names: [], reanalyse });
    return copy.kind === "readable" ? overviewPage([copy]) : "";
  },
  "in the editor": (payload) => {
    const webview = { asWebviewUri: (place: unknown) => place, cspSource: "" };
    const media = { path: "/media", with: ({ path }: { path: string }) => `https://editor.example${path}` };
    const html = reportHtml(overviewOf(analysed(payload)), view);
    return webviewPage(webview as never, media as never, { uri: uri(payload) }, { html, style: "" } as never);
  },
};

describe("nothing of a report runs or fetches in an overview", () => {
  for (const [which, page] of Object.entries(pages)) {
    const harmless = faults(page("x"));

    it.each(PAYLOADS)(`${which}: %j`, (payload) => {
      expect(faults(page(payload)).filter((fault) => !harmless.includes(fault))).toEqual([]);
    });
  }

  it("and the page of the editor runs what has its nonce, and nothing else", () => {
    const html = pages["in the editor"]!("x");
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1] ?? "-";
    expect(policy).toBe(
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    );
    expect(
      html.match(/<(?:script|style|link)\b[^>]*>/g)?.every((tag) => tag.includes(`nonce="${nonce}"`)),
    ).toBe(true);
  });
});
