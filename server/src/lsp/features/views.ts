import { privatePlaces } from "../../features/private-places.js";
import { SessionFinder } from "../../features/views/find-sessions.js";
import { followUpGroups, followUpsIn } from "../../features/views/follow-ups.js";
import { type SessionNode, SessionView } from "../../features/views/sessions.js";
import { byEvent, reportGroup } from "../../features/views/view-groups.js";
import type { ReportCard } from "../../index/card.js";
import { canonicalUri } from "../../workspace/uris.js";
import type { Feature, FeatureContext } from "../feature.js";
import {
  FIND_SESSIONS_REQUEST,
  type FindSessionsParams,
  FOLLOW_UP_GROUPS_REQUEST,
  FOLLOW_UPS_REQUEST,
  type FollowUpGroup,
  type FollowUpGroupsParams,
  type FollowUpItem,
  type FollowUpsParams,
  PRIVATE_PLACES_REQUEST,
  PRIVATE_REPORTS_REQUEST,
  type PrivatePlacesAnswer,
  type PrivatePlacesParams,
  type PrivateReport,
  type PrivateReportsParams,
  SESSION_AT_REQUEST,
  SESSION_GROUPS_REQUEST,
  SESSIONS_REQUEST,
  type SessionAtAnswer,
  type SessionAtParams,
  type SessionGroup,
  type SessionGroupsParams,
  type SessionItem,
  type SessionsParams,
  VIEWS_CHANGED_NOTIFICATION,
  type ViewsChangedParams,
} from "../protocol.js";
import { placeToRange, toRange } from "../to-protocol.js";
import { readReport } from "./report-access.js";

/** More than anybody looks through in a group across reports; filters and other groupings show the rest. */
const MOST = 1000;
/** The same for a search: the next letter typed makes another one. */
const MOST_FOUND = 200;
/** How long the first question waits, in milliseconds, for reports that are still being read. */
const PATIENCE_MS = 1000;
/** How often reports that are read by the hundred are told of, in milliseconds. */
const EVERY_MS = 1000;

/** The trees that an editor shows beside the reports: sessions, what is private, follow-ups. They are asked for level by level. */
export const views: Feature = (context) => {
  const { connection, indexer, answerAll } = context;
  const follow = followChanges(context);
  const sessionView = sessionViews(context);
  const finder = new SessionFinder();
  const serve = <P, T>(request: string, work: (params: P) => Promise<T>) =>
    connection.onRequest(
      request,
      (params: P): Promise<unknown> =>
        answerAll<T>(request, async () => {
          follow();
          // A list that is empty for a moment only would tell the user that there is nothing.
          if (context.index.size === 0) await Promise.race([indexer.known(), rest(PATIENCE_MS)]);
          await indexer.current();
          return work(params);
        }),
    );

  serve<SessionGroupsParams, readonly SessionGroup[]>(SESSION_GROUPS_REQUEST, async (params) =>
    sessionView(params).groups(params.uris?.map(canonicalUri)),
  );
  serve<SessionsParams, readonly SessionItem[]>(SESSIONS_REQUEST, async (params) =>
    sessionView(params).sessions(params.group, MOST).map(toSessionItem),
  );
  serve<SessionAtParams, SessionAtAnswer>(
    SESSION_AT_REQUEST,
    async (params) => sessionView(params).at(canonicalUri(params.uri), params.position.line) ?? null,
  );
  serve<FindSessionsParams, readonly SessionItem[]>(FIND_SESSIONS_REQUEST, async ({ query }) =>
    finder.find(context.index, query, MOST_FOUND).map(toSessionItem),
  );
  serve<FollowUpGroupsParams, readonly FollowUpGroup[]>(
    FOLLOW_UP_GROUPS_REQUEST,
    async ({ by, openOnly, uris }) => followUpGroups(context.index, by, openOnly, uris?.map(canonicalUri)),
  );
  serve<FollowUpsParams, readonly FollowUpItem[]>(FOLLOW_UPS_REQUEST, async ({ by, openOnly, group }) =>
    followUpsIn(context.index, by, openOnly, group)
      .slice(0, by === "report" ? undefined : MOST)
      .map(({ at, ...item }) => ({ ...item, range: placeToRange(at) })),
  );
  serve<PrivateReportsParams, readonly PrivateReport[]>(PRIVATE_REPORTS_REQUEST, async ({ uris }) =>
    privateReports(context, uris?.map(canonicalUri)),
  );
  serve<PrivatePlacesParams, PrivatePlacesAnswer>(PRIVATE_PLACES_REQUEST, ({ uri }) =>
    placesIn(context, uri),
  );
};

/** The view of sessions for what is asked; the last one is used again while nothing changed. */
function sessionViews({ index }: FeatureContext) {
  let last: { readonly state: string; readonly view: SessionView } | undefined;
  return ({ by, filter }: Pick<SessionGroupsParams, "by" | "filter">): SessionView => {
    const state = JSON.stringify([index.generation, by, filter]);
    if (last?.state !== state) last = { state, view: new SessionView(index, by, filter) };
    return last.view;
  };
}

function toSessionItem({ at, children, ...item }: SessionNode): SessionItem {
  return { ...item, range: placeToRange(at), children: children.map(toSessionItem) };
}

/** All reports, since a sentence may be suspected in any; those known to have something come first. */
function privateReports({ index }: FeatureContext, uris?: readonly string[]): PrivateReport[] {
  const wanted = uris && new Set(uris);
  return index
    .reports()
    .filter(({ uri }) => !wanted || wanted.has(uri))
    .map((report) => ({
      ...reportGroup(report),
      uri: report.uri,
      internal: report.card.internal,
      redacted: report.card.redacted,
    }))
    .sort((a, b) => Number(hasSome(b)) - Number(hasSome(a)) || byEvent(a, b));
}

function hasSome({ internal, redacted }: PrivateReport): boolean {
  return internal + redacted > 0;
}

async function placesIn(context: FeatureContext, uri: string): Promise<PrivatePlacesAnswer> {
  const found = await readReport(context, uri);
  if (!found) return null;
  const counts = new Map<string, number>();
  return privatePlaces(found.analysis, found.config, found.terms).map(({ from, to, why, ...place }) => {
    // The words stay out of what tells the places from each other.
    const count = (counts.get(place.what) ?? 0) + 1;
    counts.set(place.what, count);
    return {
      ...place,
      ...(why === undefined ? {} : { why: context.say(why) }),
      key: `${canonicalUri(uri)}#${place.what}.${count}`,
      range: toRange(found.text, { from, to }),
    };
  });
}

/** Tells the client which reports changed, once it asked for a view. Answers what begins that. */
function followChanges({ connection, index, indexer }: FeatureContext): () => void {
  let seen: Map<string, ReportCard> | undefined;
  const now = () => new Map(index.reports().map(({ uri, card }) => [uri, card]));
  let toldAt = 0;
  const tell = () => {
    if (!seen) return;
    const before = seen;
    seen = now();
    toldAt = performance.now();
    const changed = [...seen].filter(([uri, card]) => before.has(uri) && before.get(uri) !== card);
    const listed = seen.size !== before.size || [...seen.keys()].some((uri) => !before.has(uri));
    const params: ViewsChangedParams = { changed: changed.map(([uri]) => uri), listed };
    if (listed || changed.length > 0) void connection.sendNotification(VIEWS_CHANGED_NOTIFICATION, params);
  };
  indexer.onDidChange(tell);
  // A long run is not waited for.
  indexer.onProgress(() => {
    if (seen && performance.now() - toldAt > EVERY_MS) tell();
  });
  return () => {
    if (seen) return;
    seen = now();
    toldAt = performance.now();
  };
}

function rest(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
