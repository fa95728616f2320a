import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Draft } from "../../drafts/fill.js";
import { type DraftSource, draftSource, newReport, saidDates } from "../../drafts/new-report.js";
import { templates, templatesWith } from "../../drafts/templates/index.js";
import type { Template } from "../../drafts/templates/template.js";
import type { DraftValues } from "../../drafts/variables.js";
import { audienceFor } from "../../features/redaction.js";
import { inEnglish } from "../../text/message.js";
import { gitUserName, templateFiles } from "../../workspace/node.js";
import type { Settings } from "../../workspace/settings-store.js";
import { ownTemplates } from "../../workspace/templates.js";
import type { CliCommand } from "../command.js";
import { readSource, uriOf } from "../files.js";
import { DONE, Failure, type Io, printable } from "../io.js";
import { ConfigProblems, settingsFor } from "../settings.js";
import { writeWhole } from "../write-file.js";

interface NewOptions {
  readonly template?: string;
  readonly event?: string;
  readonly location?: string;
  readonly dates?: string;
  readonly author?: readonly string[];
  readonly audience?: string;
  readonly from?: string;
  readonly output?: string;
  readonly listTemplates?: true;
  readonly config?: string;
}

export const newCommand: CliCommand = {
  register(program, io, run) {
    program
      .command("new")
      .description("start a report from a template, an agenda or raw notes")
      .option("--template <name>", `what it is made of (default: ${templates[0]!.name})`)
      .option("--event <name>", "the event's name")
      .option("--location <place>", "where it was")
      .option("--dates <dates>", "2024-05-14, or first and last day: 2024-05-14/2024-05-15")
      .option("--author <name...>", "who writes it (default: as git knows you)")
      .option("--audience <audience>", "who may read it (default: the narrowest)")
      .option("--from <file>", "an agenda (iCalendar, frab, pretalx, Sessionize) or raw notes")
      .option("-o, --output <file>", "a new file to write; default: standard output")
      .option("--list-templates", "print the templates there are")
      .option("--config <file>", "the configuration, instead of the nearest one above the new file")
      .action((options: NewOptions) => run(() => create(io, options)));
  },
};

/** Writes or prints a new report; what is wrong with an option or the source ends the run. */
async function create(io: Io, options: NewOptions): Promise<number> {
  const store = await settingsFor(io.cwd, options.config);
  const settings = await store.for(uriOf(io.cwd, options.output ?? "new.trip.md"));
  const problems = new ConfigProblems();
  problems.tell(io, settings);
  if (problems.grave) throw new Failure("no report is made: the configuration has errors");
  const all = templatesWith(await ownTemplates(settings, templateFiles));
  if (options.listTemplates) return list(io, all);
  const template = templateNamed(all, options.template);
  const values = await valuesOf(io, options, settings);
  const source = await sourceOf(io, options.from, settings);
  if (source?.kind === "notes" && !template && source.analysis.syntax.frontMatter)
    tell(io, `${options.from}: has front matter of its own, which stays as it is`);
  if (source?.kind === "agenda" && source.leftOut > 0)
    tell(io, `${options.from}: ${source.leftOut} entries cannot be read and are left out`);
  const draft = newReport(
    template,
    all.find(({ name }) => name === templates[0]!.name)!,
    values,
    source,
    "empty",
  );
  tellUnfilled(io, options.template ?? templates[0]!.name, draft);
  if (options.output === undefined) io.out(draft.text);
  else {
    const bytes = new TextEncoder().encode(draft.text);
    await writeWhole(resolve(io.cwd, options.output), bytes, { sources: [], fresh: true });
  }
  return DONE;
}

function list(io: Io, all: readonly Template[]): number {
  const width = Math.max(...all.map(({ name }) => name.length));
  for (const { name, summary } of all) io.out(`${printable(name.padEnd(width))}  ${inEnglish(summary)}\n`);
  return DONE;
}

function templateNamed(all: readonly Template[], said: string | undefined): Template | undefined {
  if (said === undefined) return undefined;
  const found = all.find(({ name }) => name === said);
  if (!found)
    throw new Failure(`--template: “${said}” is not one of ${all.map(({ name }) => name).join(", ")}`);
  return found;
}

async function valuesOf(io: Io, options: NewOptions, { config }: Settings): Promise<DraftValues> {
  const said = options.dates === undefined ? undefined : saidDates(options.dates);
  if (said && !said.dates) throw new Failure(`--dates: ${inEnglish(said.problem)}`);
  const audience =
    options.audience === undefined ? config.audiences[0] : audienceFor(config, options.audience);
  if (audience === undefined)
    throw new Failure(`--audience: “${options.audience}” is not one of ${config.audiences.join(", ")}`);
  const author = options.author ?? [await gitUserName(pathToFileURL(io.cwd).href)];
  return {
    event: options.event,
    location: options.location,
    dates: said?.dates,
    authors: author.flatMap((name) =>
      name === undefined || name.trim() === "" ? [] : [{ name: name.trim() }],
    ),
    audience,
    date: new Date().toISOString().slice(0, 10),
  };
}

async function sourceOf(
  io: Io,
  from: string | undefined,
  { analyser }: Settings,
): Promise<Exclude<DraftSource, { kind: "broken" }> | undefined> {
  if (from === undefined) return undefined;
  const { text, format } = readSource(io.cwd, from);
  // A bundle of its own: most reports are made without an agenda.
  const { readAgenda } = await import("../../agenda/read.js");
  const source = draftSource(text, from, {
    agenda: readAgenda,
    notes: (content) => analyser.analyse(content, format),
  });
  if (source.kind === "broken") throw new Failure(`${from}: ${inEnglish(source.reason)}`);
  return source;
}

function tellUnfilled(io: Io, name: string, { unknown, unread }: Draft): void {
  for (const variable of unknown)
    tell(io, `template ${name}: there is no variable “${variable}”; it is left as it is`);
  if (unread) tell(io, `template ${name}: its front matter cannot be read; check the values filled in there`);
}

function tell(io: Io, message: string): void {
  io.err(`trip-report: ${printable(message)}\n`);
}
