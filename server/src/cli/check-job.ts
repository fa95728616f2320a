import type { Analysis } from "../analysis.js";
import { findCredentials } from "../credentials/find.js";
import type { Diagnostic } from "../features/diagnostic.js";
import { byPlace, diagnostics } from "../features/diagnostics.js";
import { audienceFor } from "../features/redaction.js";
import { speakerCounts } from "../report/model.js";
import { mayBeMisspelt, type Spellings } from "../report/spellings.js";
import { inEnglish } from "../text/message.js";
import type { Text } from "../text/text.js";
import type { Decoded } from "../workspace/decode.js";
import { formatOf } from "../workspace/report-files.js";
import type { Settings } from "../workspace/settings-store.js";
import { readHead, readSource, reason, uriOf } from "./files.js";
import { COMMONER, type Found } from "./found.js";
import { Failure } from "./io.js";

/** One file to be checked: plain data, so that a thread can do it. */
export interface CheckJob {
  readonly kind: "check";
  readonly cwd: string;
  /** As the user named it. */
  readonly path: string;
  /** Its content, where that is not the file's own. */
  readonly content?: Decoded;
  /** It was found in a folder, and may be no report. */
  readonly unsure?: true;
  readonly audience?: string;
  readonly showText?: true;
  /** The salt of the baseline, where findings need their keys. */
  readonly salt?: string;
}

/** What came of it. */
export interface CheckResult {
  /** What went wrong, in words. */
  readonly failures: readonly string[];
  /** Absent for what is no report or cannot be read. */
  readonly checked?: Checked;
}

export interface Checked {
  /** The findings as JSON, small while they wait. */
  readonly found: string;
  /** Whether all of them hold whatever the other reports are. */
  readonly sure: boolean;
  /** How often each speaker is named. */
  readonly names: readonly (readonly [string, number])[];
}

/**
 * Checks one file. What depends on how other reports spell a name comes with the condition under which it holds.
 * @throws Failure for what ends the whole run.
 */
export async function checkReport(job: CheckJob, settings: Settings): Promise<CheckResult> {
  const { cwd, path, audience, showText, salt } = job;
  const uri = uriOf(cwd, path);
  let text: string;
  try {
    text = (job.content ?? readSource(cwd, path)).text;
  } catch (error) {
    // What cannot be read is told where its name, or what can be read of it, says that it is a report.
    const isOne = !job.unsure || settings.isReport(uri, () => readHead(cwd, path));
    return { failures: isOne ? [reason(error)] : [] };
  }
  if (job.unsure && !settings.isReport(uri, () => text)) return { failures: [] };
  const { config, analyser, terms } = settings;
  const reader = audience === undefined ? undefined : audienceFor(config, audience);
  if (audience !== undefined && reader === undefined)
    throw new Failure(`--audience: “${audience}” is not one of ${config.audiences.join(", ")}`);
  const analysis = analyser.analyse(text, formatOf(path));
  const credentials = config.rules.credential === "off" ? undefined : await findCredentials(text);
  const failures = new Set<string>();
  const ask = (usual: Spellings) =>
    diagnostics(analysis, {
      config,
      terms,
      usual,
      ...(credentials ? { credentials } : {}),
      ...(reader === undefined ? {} : { audience: reader }),
      onCrash: (rule, error) => failures.add(`${path}: rule ${rule} failed: ${reason(error)}`),
    });
  // It loads what hashes, which takes as long as some reports do.
  const baseline = salt === undefined ? undefined : await import("./baseline.js");
  const names = [...speakerCounts(analysis.report.sections)];
  const found = conditional(
    analysis,
    names.map(([name]) => name),
    ask,
  ).map(({ diagnostic, ...condition }): Found => {
    const { from, to, code, severity, message, messageWithText } = diagnostic;
    const { content } = analysis.text;
    return {
      ...placeOf(diagnostic, analysis.text),
      code,
      severity,
      // The command line speaks English: what reads its output depends on the words.
      message: inEnglish(showText ? (messageWithText ?? message) : message),
      ...(salt === undefined || !baseline
        ? {}
        : { key: baseline.baselineKey(salt, path, code, content.slice(from, to)) }),
      ...condition,
    };
  });
  const sure = found.every((item) => item.if === undefined && item.unless === undefined);
  return { failures: [...failures], checked: { found: JSON.stringify(found), sure, names } };
}

interface Conditional extends Pick<Found, "if" | "unless"> {
  readonly diagnostic: Diagnostic;
}

/** All findings that hold under some spellings of the other reports, each with the names on which it depends. */
function conditional(
  { text }: Analysis,
  names: readonly string[],
  ask: (usual: Spellings) => readonly Diagnostic[],
): Conditional[] {
  const all = ask({ of: (name) => (mayBeMisspelt(name) ? COMMONER : undefined) });
  const items: Conditional[] = all.map((diagnostic) =>
    diagnostic.name === undefined ? { diagnostic } : { diagnostic, if: diagnostic.name },
  );
  // A waiver may have nothing else to waive than a name that is spelt otherwise.
  if (!text.content.includes("trip-report-disable")) return items;
  const idle = (usual: Spellings) => ask(usual).filter(({ code }) => code === "unused-waiver");
  const isIn = (found: readonly Diagnostic[], { from, to }: Diagnostic) =>
    found.some((other) => other.from === from && other.to === to);
  for (const diagnostic of idle({ of: () => undefined })) {
    if (
      isIn(
        all.filter(({ code }) => code === "unused-waiver"),
        diagnostic,
      )
    )
      continue;
    const unless = names.filter(
      (own) => !isIn(idle({ of: (name) => (name === own ? COMMONER : undefined) }), diagnostic),
    );
    items.push({ diagnostic, unless });
  }
  return items.sort((a, b) => byPlace(a.diagnostic, b.diagnostic));
}

function placeOf({ from, to }: Diagnostic, text: Text) {
  const start = text.positionAt(from);
  const end = text.positionAt(to);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
