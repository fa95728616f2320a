import type { Analysis } from "../analysis.js";
import { nameKey } from "../index/name-key.js";
import type { ReportIndex } from "../index/report-index.js";
import { allSections } from "../report/model.js";
import { inEnglish, l10n, type Message, type Say } from "../text/message.js";
import type { Span } from "../text/span.js";
import { sessions } from "./marking/session-at.js";

/** A place that a line above it tells something about. */
export interface Lens extends Span {
  readonly about: "report" | "speaker";
  /** The speaker as written there. */
  readonly name?: string;
}

/** The lenses of a report: one for itself, and one at the first naming of each speaker who has more sessions than this one. */
export function codeLenses({ report }: Analysis, index: ReportIndex): Lens[] {
  const { from, to } = report.title ?? { from: 0, to: 0 };
  const lenses: Lens[] = [{ from, to, about: "report" }];
  const seen = new Set<string>();
  for (const { speakers } of allSections(report.sections))
    for (const { name, span } of speakers) {
      const key = index.identity(nameKey(name)) ?? nameKey(name);
      if (!span || seen.has(key)) continue;
      seen.add(key);
      if ((index.person(name)?.sessions ?? 0) > 1)
        lenses.push({ from: span.from, to: span.to, about: "speaker", name });
    }
  return lenses;
}

/** What a report holds, in a few words. */
export function reportTitle({ report }: Analysis, say: Say = inEnglish): string {
  const internal = report.comments.length;
  return [
    say(sessionsOf(sessions(report).length)),
    ...(internal > 0 ? [say(l10n.t("{0} internal", internal))] : []),
    say(l10n.t("Publish…")),
  ].join(" · ");
}

/** In how many sessions and reports somebody speaks; undefined for names that no report has. */
export function speakerTitle(index: ReportIndex, name: string): Message | undefined {
  const person = index.person(name);
  if (!person) return undefined;
  const reports = new Set(person.appearances.flatMap(({ uri, session }) => (session ? [uri] : [])));
  return reports.size === 1
    ? l10n.t("{0}: {1} in 1 report", person.name, [sessionsOf(person.sessions)])
    : l10n.t("{0}: {1} in {2} reports", person.name, [sessionsOf(person.sessions)], reports.size);
}

function sessionsOf(count: number): Message {
  return count === 1 ? l10n.t("1 session") : l10n.t("{0} sessions", count);
}
