import * as z from "zod";
import manifest from "../package.json" with { type: "json" };
import titles from "../package.nls.json" with { type: "json" };
import { programOf } from "../server/src/cli/run.js";
import { configSchema } from "../server/src/config-schema.js";
import suspects from "../server/src/report/suspects.json" with { type: "json" };
import { rules } from "../server/src/rules/index.js";
import type { Rule } from "../server/src/rules/rule.js";
import { type Bundle, callsBelow, completed, englishBundle, resolved, translations } from "./l10n.js";
import { suspectsTable } from "./suspects-table.js";

/**
 * Every file that is made of the code in the folder `root`, by its path from there: the pages of rules and commands, the
 * settings' schema, the table of the phrases of suspects, the messages of client and server for translators, and in each translation
 * a gap for what it lacks.
 */
export function generatedFiles(root: string): Readonly<Record<string, string>> {
  const bundles: Readonly<Record<string, Bundle>> = {
    "l10n/bundle.l10n.json": englishBundle(callsBelow(root, "client/src")),
    "l10n/server.l10n.json": englishBundle(callsBelow(root, "server/src"), suspectReasons),
  };
  return {
    ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.code}.md`, page(rule)])),
    ...Object.fromEntries(ABOUT_WAIVERS.map((about) => [`docs/rules/${about.code}.md`, waiverPage(about)])),
    "docs/rules/README.md": index(),
    "docs/configuration.md": configurationPage(),
    "docs/commands.md": commandsPage(),
    "docs/command-line.md": commandLinePage(),
    "schemas/tripreport.schema.json": json(schema()),
    "server/src/report/suspects-table.json": json(suspectsTable()),
    ...asJson(bundles),
    ...asJson(translated(root, { ...bundles, "package.nls.json": titles })),
  };
}

/** Each translation of English texts that there is, with the keys of these. */
function translated(
  root: string,
  english: Readonly<Record<string, Bundle>>,
): Readonly<Record<string, Bundle>> {
  return Object.fromEntries(
    Object.entries(english).flatMap(([path, texts]) =>
      translations(root, path).map(({ file, bundle }) => [file, completed(texts, bundle)] as const),
    ),
  );
}

function asJson(files: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, value]) => [path, json(value)]));
}

/** Why sentences are suspected: texts that are data rather than calls. */
const suspectReasons = Object.values(suspects.groups).map(({ reason }) => reason);

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function page({ code, severity, summary, docs }: Rule): string {
  return `# ${code}

${summary} Default severity: **${severity}**.

## Why

${docs.why}

## What it finds

${fenced(docs.bad)}

## What it leaves alone

${fenced(docs.good)}

## Quick fix

${docs.fix}
${docs.limits ? `\n## What this will not catch\n\n${docs.limits}\n` : ""}
## Switching it off

In the report, for one line or a stretch:

\`\`\`markdown
<!-- trip-report-disable-next-line ${code} -->
<!-- trip-report-disable ${code} --> … <!-- trip-report-enable -->
\`\`\`

For all reports below a folder, in \`.tripreport.yaml\`:

\`\`\`yaml
rules:
  ${code}: off
\`\`\`
`;
}

/** What is found about waivers and configurations themselves. */
const ABOUT_WAIVERS = [
  {
    code: "unknown-rule",
    severity: "warning",
    summary: "A waiver or a configuration names a rule that there is not.",
    why: "A waiver with a slip in its code waives nothing, and a severity for no rule changes none.",
    fix: "Changes the code to the nearest one that there is, where it looks like a slip of it.",
  },
  {
    code: "unused-waiver",
    severity: "information",
    summary: "A waiver waives nothing.",
    why: "What it was for is gone; what it will hide one day is not known yet.",
    fix: "Removes the waiver.",
  },
] as const;

function waiverPage({ code, severity, summary, why, fix }: (typeof ABOUT_WAIVERS)[number]): string {
  return `# ${code}\n\n${summary} Default severity: **${severity}**.\n\n## Why\n\n${why}\n\n## Quick fix\n\n${fix}\n`;
}

function index(): string {
  const rows = rules.map(
    ({ code, severity, summary }) => `| [${code}](${code}.md) | ${severity} | ${summary} |`,
  );
  return `# Diagnostics

| code | default | when |
|---|---|---|
${rows.join("\n")}
${ABOUT_WAIVERS.map(({ code, severity, summary }) => `| [${code}](${code}.md) | ${severity} | ${summary} |`).join("\n")}
`;
}

function configurationPage(): string {
  const rows = Object.entries(
    schema().properties as Record<string, { description?: string; default?: unknown; properties?: object }>,
  ).flatMap(([key, value]) => [
    [key, value] as const,
    ...Object.entries(
      (value.properties ?? {}) as Record<string, { description?: string; default?: unknown }>,
    ).map(([inner, entry]) => [`${key}.${inner}`, entry] as const),
  ]);
  const table = rows.map(
    ([key, { description = "", default: value }]) =>
      `| \`${key}\` | ${description} | ${value === undefined ? "" : `\`${JSON.stringify(value)}\``} |`,
  );
  return `# Configuration

\`.tripreport.yaml\` (or \`.tripreport.json\`) holds for every report in its folder and below; the nearest one above a file counts,
in the editor and on the command line alike. Keys that are not in the table, and values of a wrong type, are errors at
their place; the defaults then hold for them.

| key | what it sets | default |
|---|---|---|
${table.join("\n")}

\`\`\`yaml
audiences: [team, company, public]
terms:
  - Project Heron
  - pattern: "\\\\bhost-[0-9]+\\\\.corp\\\\b"
rules:
  missing-summary: off
kinds:
  keynote: [Eröffnung]
\`\`\`
`;
}

/** Every command of the editor extension with its keys, as package.json has them, by its English title. */
function commandsPage(): string {
  const { commands, keybindings } = manifest.contributes;
  const rows = commands.map(({ command, title }) => {
    const keys = keybindings.filter((binding) => binding.command === command);
    const shown = keys.map((binding) => keysOf(binding.key, "mac" in binding ? binding.mac : undefined));
    return `| *${resolved(title, titles).replace(/\|/g, "\\|")}* | \`${command}\` | ${shown.join(", ")} |`;
  });
  return `# Commands

All are in the command palette under *Trip Report*, as far as they apply to what is open; those that change the text at the cursor
are in the editor's context menu too. Keys count in a report only. Others can be given in *Preferences: Open Keyboard Shortcuts*.

| command | identifier | keys |
|---|---|---|
${rows.join("\n")}
`;
}

/** Every command of the command line with its arguments and options, as its help has them. */
function commandLinePage(): string {
  const io = {
    cwd: "",
    env: {},
    colour: false,
    out: () => {},
    err: () => {},
    stdin: async () => new Uint8Array(),
  };
  const program = programOf(io, () => {});
  const help = program.createHelp();
  const cell = (words: string) => words.replace(/[|<>]/g, (sign) => `\\${sign}`);
  const sections = program.commands.map((command) => {
    const rows = [
      ...help
        .visibleArguments(command)
        .map((argument) => [help.argumentTerm(argument), help.argumentDescription(argument)]),
      ...help
        .visibleOptions(command)
        .filter(({ long }) => long !== "--help")
        .map((option) => [help.optionTerm(option), help.optionDescription(option)]),
    ];
    const table = rows.map(([term = "", said = ""]) => `| \`${term}\` | ${cell(said)} |`).join("\n");
    return `## ${command.name()}

${command.description()}

\`\`\`sh
${help.commandUsage(command)}
\`\`\`
${rows.length > 0 ? `\n| argument or option | meaning |\n|---|---|\n${table}\n` : ""}`;
  });
  return `# Command line

What \`trip-report --help\` and \`trip-report <command> --help\` say. Exit status: 0 nothing found or done, 1 something found or refused, 2
could not do it. [Pipelines](pipelines.md) and [archives](archives.md) show some of it at work.

${sections.join("\n")}`;
}

function keysOf(key: string, mac: string | undefined): string {
  return mac === undefined ? `\`${key}\`` : `\`${key}\` (macOS \`${mac}\`)`;
}

function schema(): Readonly<Record<string, unknown>> {
  const made = z.toJSONSchema(configSchema, { target: "draft-7", io: "input" });
  return { ...made, title: "Trip Report configuration" };
}

/** A report as an example; the fence is longer than any in it. */
function fenced(report: string): string {
  const longest = Math.max(2, ...[...report.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${report.trimEnd()}\n${fence}`;
}
