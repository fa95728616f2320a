import type { Analysis } from "../analysis.js";
import type { Appearance, Person, ReportIndex } from "../index/report-index.js";
import { inEnglish, l10n, type Say } from "../text/message.js";
import { escaped, type Hover } from "./hover.js";
import { personAt } from "./speakers.js";

/** More sessions than fit beside the text are counted only. */
const MOST = 10;

/**
 * What the reports say of the person named at an offset: role, affiliations by event, sessions. `uri` is the
 * report's own, canonical; what is private in other reports is not told.
 */
export function speakerHover(
  analysis: Analysis,
  uri: string,
  offset: number,
  index: ReportIndex,
  say: Say = inEnglish,
): Hover | undefined {
  const span = personAt(analysis, offset, index);
  const person = span && index.person(span.key);
  if (!person) return undefined;
  const seen = person.appearances.filter(
    ({ uri: other, mention, session }) => other === uri || !(mention.private || session?.private),
  );
  if (seen.length === 0) return undefined;
  const sections = [heading(person, seen), affiliations(seen, say), sessions(seen, say)];
  return { from: span.from, to: span.to, markdown: sections.filter(Boolean).join("\n\n") };
}

function heading({ name }: Person, seen: readonly Appearance[]): string {
  const role = seen.find(({ mention }) => mention.role !== undefined)?.mention.role;
  const affiliation = seen.find(({ mention }) => mention.affiliation !== undefined)?.mention.affiliation;
  const more = [role, affiliation].filter((part) => part !== undefined).map(escaped);
  return [`**${escaped(name)}**`, ...more].join(", ");
}

/** Where the person has worked, where that changed: the latest event first. */
function affiliations(seen: readonly Appearance[], say: Say): string {
  const lines: string[] = [];
  const told = new Set<string>();
  for (const { mention, event, dates } of seen) {
    const { affiliation } = mention;
    if (affiliation === undefined || told.has(affiliation.toLowerCase())) continue;
    told.add(affiliation.toLowerCase());
    const when = [event, dates?.start].filter((part) => part !== undefined).map(escaped);
    lines.push(`- ${escaped(affiliation)}${when.length > 0 ? ` (${when.join(", ")})` : ""}`);
  }
  return lines.length > 1 ? [say(l10n.t("Affiliations:")), "", ...lines.slice(0, MOST)].join("\n") : "";
}

function sessions(seen: readonly Appearance[], say: Say): string {
  const given = seen.flatMap(({ uri, session, event }) => (session ? [{ uri, session, event }] : []));
  if (given.length === 0) return "";
  const lines = given.slice(0, MOST).map(({ uri, session, event }) => {
    const title = escaped(session.title || say(l10n.t("(untitled)")));
    return `- [${title}](${uri}#L${session.at.line + 1})${event === undefined ? "" : `, ${escaped(event)}`}`;
  });
  const rest = given.length > MOST ? [`- ${say(l10n.t("and {0} more", given.length - MOST))}`] : [];
  const head = given.length === 1 ? l10n.t("1 session:") : l10n.t("{0} sessions:", given.length);
  return [say(head), "", ...lines, ...rest].join("\n");
}
