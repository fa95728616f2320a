import { ownTemplates } from "../../workspace/templates.js";
import type { Feature, FeatureContext } from "../feature.js";
import { formatOfDocument } from "../from-protocol.js";
import {
  CHECK_DATES_REQUEST,
  type CheckDatesParams,
  NEW_REPORT_REQUEST,
  type NewReportAnswer,
  type NewReportParams,
  REPORT_TEMPLATES_REQUEST,
  type ReportTemplatesParams,
  type TemplateChoice,
  TIDY_NOTES_REQUEST,
  type TidyNotesAnswer,
  type TidyNotesParams,
} from "../protocol.js";
import { toTextEdit } from "../to-protocol.js";

/** The name that the user goes by, for reports in the folder at a URI; undefined where nobody knows it. */
export type FindAuthor = (folder: string) => Promise<string | undefined>;

const load = () => import("../../drafts/on-request.js");

/** New reports from templates, and raw notes made into reports. */
export const drafts: Feature = (context) => {
  const { connection, answerAll, settings, author: findAuthor, say } = context;
  connection.onRequest<readonly TemplateChoice[], void>(
    REPORT_TEMPLATES_REQUEST,
    ({ folder }: ReportTemplatesParams) =>
      answerAll<readonly TemplateChoice[]>("templates", async () =>
        (await choices(context, folder)).map(({ name, title, summary }) => ({
          name,
          title: say(title),
          summary: say(summary),
        })),
      ),
  );
  connection.onRequest<string | null, void>(CHECK_DATES_REQUEST, async ({ text }: CheckDatesParams) => {
    const { saidDates } = await load();
    const said = saidDates(text);
    return said.dates ? null : say(said.problem);
  });
  connection.onRequest<NewReportAnswer, void>(NEW_REPORT_REQUEST, (params: NewReportParams) =>
    answerAll<NewReportAnswer>("new report", async () => {
      const { folder, template, event, location, dates, date } = params;
      const { newReport, saidDates, snippetOf } = await load();
      const all = await choices(context, folder);
      const chosen = all.find(({ name }) => name === template);
      if (!chosen) return null;
      const { config } = await settings.for(placeIn(folder));
      const author = folder === undefined ? undefined : await findAuthor?.(folder);
      const values = {
        event,
        location,
        dates: dates === undefined ? undefined : saidDates(dates).dates,
        authors: author === undefined ? [] : [{ name: author }],
        audience: config.audiences[0],
        date,
      };
      const draft = newReport(chosen, chosen, values, undefined, "placeholders");
      const authorless = folder !== undefined && !(findAuthor && folder.startsWith("file:"));
      return {
        snippet: snippetOf(draft),
        unknown: draft.unknown,
        ...(authorless ? { authorless } : {}),
      };
    }),
  );
  connection.onRequest<TidyNotesAnswer, void>(TIDY_NOTES_REQUEST, (params: TidyNotesParams) =>
    answerAll<TidyNotesAnswer>("tidied notes", async () => {
      const { uri, text, languageId } = params;
      const { lineEdits, tidyNotes } = await load();
      const { analyser } = await settings.for(uri);
      const analysis = analyser.analyse(text, formatOfDocument(uri, languageId));
      return lineEdits(analysis.text, tidyNotes(analysis)).map((edit) => toTextEdit(analysis.text, edit));
    }),
  );
};

async function choices({ settings, templates }: FeatureContext, folder: string | undefined) {
  const { templatesWith } = await load();
  return templatesWith(await ownTemplates(await settings.for(placeIn(folder)), templates));
}

/** Where a new report would be, for the configuration that would hold for it. */
function placeIn(folder: string | undefined): string {
  return folder === undefined ? "untitled:report" : `${folder.replace(/\/$/, "")}/report.trip.md`;
}
