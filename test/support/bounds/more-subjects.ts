import { CancellationToken } from "vscode-languageserver";
import type { Analyser, Analysis } from "../../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../../server/src/config.js";
import { credentialsIn } from "../../../server/src/credentials/secretlint.js";
import { diagnostics } from "../../../server/src/features/diagnostics.js";
import type { EditCommand } from "../../../server/src/features/edit-result.js";
import { editCommands } from "../../../server/src/features/marking/index.js";
import { refactorings } from "../../../server/src/features/refactor/index.js";
import { linkService } from "../../../server/src/lsp/features/link-service.js";
import { compileTerms } from "../../../server/src/report/compile-terms.js";
import { KnownNames } from "../../../server/src/report/spellings.js";
import { rules } from "../../../server/src/rules/index.js";
import { Parser } from "../../../server/src/syntax/parse.js";
import type { Span } from "../../../server/src/text/span.js";
import { ofAnalysis, type Subject } from "./subject.js";

/** Finds in every report what a team can look for, and its credentials. */
const everything = {
  ...DEFAULT_CONFIG,
  rules: Object.fromEntries(rules.map(({ code }) => [code, "warning" as const])),
};
const terms = compileTerms(["ship plan", "word", { pattern: "a+b|proj[a-z]*" }]).ok;

/** All edit commands and refactorings at a selection. */
function editsAt(analysis: Analysis, analyser: Analyser, selection: Span): unknown {
  const reanalyse = (text: string) => analyser.analyse(text, analysis.format);
  const input = { analysis, config: DEFAULT_CONFIG, reanalyse };
  const commands = Object.values(editCommands).map((command: EditCommand) =>
    command(input, [selection], { audience: "company", time: "10:00" }),
  );
  const refactored = refactorings.map((refactoring) =>
    refactoring
      .offers(input, selection)
      .slice(0, 2)
      .map(({ argument }) => refactoring.apply(input, selection, argument)),
  );
  return [commands, refactored];
}

const URI = "file:///w/a.trip.md";

/** What follows links, with one open document and no files. */
function links({ text, format }: Analysis) {
  const document = { uri: URI, version: 1, text, format, analysis: () => undefined as never };
  return linkService({
    files: {
      stamp: async () => undefined,
      read: async () => undefined,
      stat: async () => undefined,
      entries: async () => [],
      within: async () => true,
    },
    parser: new Parser(recognitionSettings(DEFAULT_CONFIG)),
    folders: () => ["file:///w"],
    texts: async () => [],
    open: () => [document],
  });
}

/** The ways of a report that need more than itself. */
export const moreSubjects: Readonly<Record<string, Subject>> = {
  "check with all rules": ofAnalysis(async (analysis) => {
    const credentials = await credentialsIn(analysis.text.content);
    const names = new KnownNames(new Map([["Anna Example", 9]]));
    return diagnostics(analysis, { config: everything, audience: "public", names, terms, credentials });
  }),
  "edit commands": ofAnalysis((analysis, analyser) => {
    const at = Math.floor(analysis.text.length / 2);
    return editsAt(analysis, analyser, { from: at, to: at + 10 });
  }),
  "edit commands, all selected": ofAnalysis((analysis, analyser) =>
    editsAt(analysis, analyser, { from: 0, to: analysis.text.length }),
  ),
  "document links": ofAnalysis((analysis) => links(analysis).documentLinks(URI, CancellationToken.None)),
  "links checked": ofAnalysis((analysis) =>
    links(analysis).diagnostics(URI, "warning", CancellationToken.None),
  ),
};
