import { l10n, SnippetString, Uri, window, workspace } from "vscode";
import {
  CHECK_DATES_REQUEST,
  type CheckDatesParams,
  NEW_REPORT_REQUEST,
  type NewReportAnswer,
  type NewReportParams,
  REPORT_LANGUAGE,
  REPORT_TEMPLATES_REQUEST,
  type ReportTemplatesParams,
  type TemplateChoice,
} from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import type { CommandContext } from "./context.js";

/** Answers that need no question: a key binding or another extension can give them. An empty one leaves a placeholder. */
export type NewReportAnswers = Partial<Record<"template" | "event" | "dates" | "location", string>>;

/**
 * Starts a report: asks what it is made of and about which event, and opens it unsaved with a placeholder for
 * whatever was not answered. Only leaving the first question ends the command.
 */
export function newReport({ server }: CommandContext): (given?: unknown) => Promise<void> {
  let told = false;
  return async (given) => {
    const said = answersIn(given);
    const place = placeOfReport();
    const template = said.template ?? (await askTemplate(server, place));
    if (template === undefined) return;
    const date = today();
    const event = said.event ?? (await ask(l10n.t("Name of the event"), l10n.t("Harbour Days 2024")));
    const dates = said.dates ?? (await askDates(server, date));
    const location = said.location ?? (await ask(l10n.t("Where it was"), l10n.t("City, country")));
    const params: NewReportParams = {
      ...place,
      template,
      date,
      ...(event ? { event } : {}),
      ...(dates ? { dates } : {}),
      ...(location ? { location } : {}),
    };
    const answer = await server.request<NewReportAnswer>(NEW_REPORT_REQUEST, params);
    if (!answer) {
      await window.showErrorMessage(l10n.t("There is no template “{0}”.", template));
      return;
    }
    await show(answer);
    if (answer.authorless && !told)
      void window.showInformationMessage(
        l10n.t("Your name is left for you to fill in: git cannot be asked for it here."),
      );
    told ||= answer.authorless === true;
  };
}

/** Opens the report unsaved, the first placeholder selected. */
async function show({ snippet, unknown }: NonNullable<NewReportAnswer>): Promise<void> {
  const document = await workspace.openTextDocument({ language: REPORT_LANGUAGE });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
  if (unknown.length > 0)
    await window.showWarningMessage(
      l10n.t("The template has variables that there are none of: {0}", unknown.join(", ")),
    );
}

function answersIn(given: unknown): NewReportAnswers {
  if (typeof given !== "object" || given === null) return {};
  const texts = Object.entries(given).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts) as NewReportAnswers;
}

/** The folder that the report is for: that of the active file, or the first one of the workspace. */
function placeOfReport(): ReportTemplatesParams {
  const active = window.activeTextEditor?.document.uri;
  const folder = (active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0];
  if (!folder) return {};
  const own =
    active && workspace.getWorkspaceFolder(active) === folder ? Uri.joinPath(active, "..") : folder.uri;
  return { folder: own.toString() };
}

async function askTemplate(server: ReportServer, place: ReportTemplatesParams): Promise<string | undefined> {
  const templates = await server.request<readonly TemplateChoice[]>(REPORT_TEMPLATES_REQUEST, place);
  const picked = await window.showQuickPick(
    templates.map(({ name, title, summary }) => ({ name, label: title, description: summary })),
    { title: l10n.t("New Trip Report"), placeHolder: l10n.t("What kind of event was it?") },
  );
  return picked?.name;
}

/** Asks for one line of text; undefined when the question is left. */
async function ask(prompt: string, placeHolder: string): Promise<string | undefined> {
  return window.showInputBox({ title: l10n.t("New Trip Report"), prompt, placeHolder });
}

async function askDates(server: ReportServer, date: string): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t("New Trip Report"),
    prompt: l10n.t("Its day, or first and last day: 2024-05-14/2024-05-15"),
    value: date,
    validateInput: (text) => {
      const params: CheckDatesParams = { text };
      return text.trim() === "" ? undefined : server.request<string | null>(CHECK_DATES_REQUEST, params);
    },
  });
}

/** Today where the user is, ISO 8601. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
