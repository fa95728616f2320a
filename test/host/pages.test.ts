import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCard } from "../../server/src/index/make-card.js";
import { ReportIndex } from "../../server/src/index/report-index.js";
import { reportHtml } from "../../server/src/overview/report-html.js";
import { overviewOf } from "../../server/src/overview/report-overview.js";
import { reportsHtml } from "../../server/src/overview/reports-html.js";
import { overviewOfAll } from "../../server/src/overview/reports-overview.js";
import { overviewPage, readableOverview } from "../../server/src/overview/static-page.js";
import { OVERVIEW_STYLE } from "../../server/src/overview/style.js";
import { inEnglish } from "../../server/src/text/message.js";
import { analyseText, COPY, copyOf } from "../support/publish.js";
import { launchBrowser } from "./browser.mjs";

/** What axe calls a fault that keeps people from reading; the rest is advice. */
const GRAVE = ["serious", "critical"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)), "utf8");
const REPORT = example("two-day-conference.trip.md").replace("### Cutting", "### 10:00 Cutting");
const PLAIN = example("one-day-event.txt");

/** A page around a part of one, as a blog or an editor has it. */
const around = (body: string, style = "") =>
  `<!doctype html><html lang="en"><title>t</title><style>${style}</style><body>${body}</body></html>`;

function overviewOfExamples(): string {
  const reanalyse = (text: string) => analyseText(text, "markdown");
  const reports = [REPORT, example("training.trip.md")].map((text) =>
    readableOverview(reanalyse(text), { ...COPY, names: [], reanalyse }),
  );
  return overviewPage(reports.flatMap((report) => (report.kind === "readable" ? [report] : [])));
}

function indexed(): ReportIndex {
  const index = new ReportIndex();
  index.put("file:///a.trip.md", makeCard(analyseText(REPORT, "markdown")));
  return index;
}

const overview = overviewOf(analyseText(REPORT, "markdown"));
const linked = { isLinked: true, say: inEnglish };
const pages = {
  "the page of a report": copyOf(REPORT, { to: "html" }),
  "the page of a plain text": copyOf(PLAIN, { to: "html", source: "plain-text" }),
  "the fragment of a report": around(`<main>${copyOf(REPORT, { to: "html", fragment: true })}</main>`),
  "the overview of several reports as a page": overviewOfExamples(),
  "the overview of a report in an editor": around(reportHtml(overview, linked), OVERVIEW_STYLE),
  "the overview of all reports in an editor": around(
    reportsHtml(overviewOfAll(indexed()), linked),
    OVERVIEW_STYLE,
  ),
};

describe("pages in a browser", () => {
  const scratch = mkdtempSync(join(tmpdir(), "trip-report-pages-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(scratch);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  for (const [name, html] of Object.entries(pages))
    it.each(["light", "dark"] as const)(`${name} can be read by everyone, %s`, async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, bypassCSP: true });
      const page = await context.newPage();
      await page.setContent(html);
      await page.evaluate(AXE);
      const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      expect(found.passes.length).toBeGreaterThan(5);
      const grave = found.violations.filter(({ impact }) => GRAVE.includes(impact ?? ""));
      expect(grave.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      await context.close();
    });

  it.each(["the page of a report", "the overview of several reports as a page"] as const)(
    "%s is drawn under its own policy without complaint",
    async (name) => {
      const file = join(scratch, "page.html");
      writeFileSync(file, pages[name]);
      const page = await browser.newPage();
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      await page.goto(pathToFileURL(file).href);
      expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).not.toBe("none");
      expect(said).toEqual([]);
      await page.close();
    },
  );
});
