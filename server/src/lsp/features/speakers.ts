import {
  type CancellationToken,
  type Location,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from "vscode-languageserver";
import type { Analysis } from "../../analysis.js";
import { mayName, type NamedSpan, personAt } from "../../features/speakers.js";
import { nameKey } from "../../index/name-key.js";
import type { Person, ReportIndex } from "../../index/report-index.js";
import { formatOf } from "../../workspace/report-files.js";
import { canonicalUri } from "../../workspace/uris.js";
import type { FeatureContext, OpenReport } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { placeToRange } from "../to-protocol.js";

/** Somebody named at a place of an open report. */
export interface PointedPerson {
  readonly report: OpenReport;
  readonly index: ReportIndex;
  readonly span: NamedSpan;
  readonly person: Person;
}

/** Who is named at a place; undefined where nobody known is, and in documents that are no reports. */
export async function pointedPerson(
  { indexer, report }: FeatureContext,
  uri: string,
  position: Position,
): Promise<PointedPerson | undefined> {
  const index = await indexer.current();
  const found = await report(uri);
  const span = found && personAt(found.analysis, fromPosition(found.text, position), index);
  const person = span && index.person(span.key);
  return person && { report: found, index, span, person };
}

/** A report that names somebody; the version where it is open. */
export interface NamingReport {
  readonly uri: string;
  readonly version: number | null;
  readonly analysis: Analysis;
}

/** How many files are read ahead. */
const TOGETHER = 16;

/** Every report of the workspace in which one of the spellings may stand, the files read now. */
export async function* reportsNaming(
  context: FeatureContext,
  keys: readonly string[],
  token: CancellationToken,
): AsyncGenerator<NamingReport> {
  const { index, closed, report, store } = context;
  const open = new Map(store.all().map(({ uri }) => [canonicalUri(uri), uri]));
  const uris = index.uris();
  for (let at = 0; at < uris.length; at += TOGETHER) {
    const some = uris.slice(at, at + TOGETHER);
    const texts = await Promise.all(some.map((uri) => (open.has(uri) ? undefined : closed.text(uri))));
    for (const [number, uri] of some.entries()) {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      const own = open.get(uri);
      const opened = own === undefined ? undefined : await report(own);
      if (opened) yield opened;
      const file = texts[number];
      if (!file || !(mayName(file.text, keys) || nameInCard(index, uri, keys))) continue;
      yield { uri, version: null, analysis: file.settings.analyser.analyse(file.text, formatOf(uri)) };
    }
  }
}

/** Names with markup in them are known only where they were recognised. */
function nameInCard(index: ReportIndex, uri: string, keys: readonly string[]): boolean {
  return index.card(uri)?.mentions.some(({ name }) => keys.includes(nameKey(name))) === true;
}

/** Where somebody is introduced: in this report with an affiliation, else in the best of the others. */
export function introduction({ report, person }: PointedPerson): Location | undefined {
  const here = canonicalUri(report.uri);
  const own = person.appearances.filter(({ uri, mention }) => uri === here && mention.at !== undefined);
  const place =
    own.find(({ mention }) => mention.affiliation !== undefined)?.mention.at ??
    (person.introduced ? undefined : own[0]?.mention.at);
  if (place) return { uri: report.uri, range: placeToRange(place) };
  return person.introduced && { uri: person.introduced.uri, range: placeToRange(person.introduced.at) };
}
