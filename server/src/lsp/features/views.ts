import { privatePlaces } from "../../features/private-places.js";
import { followUpGroups, followUpsIn } from "../../features/views/follow-ups.js";
import { type SessionNode, SessionView } from "../../features/views/sessions.js";
import { byEvent, reportGroup } from "../../features/views/view-groups.js";
import type { ReportCard } from "../../index/card.js";
import { canonicalUri } from "../../workspace/uris.js";
import type { Feature, FeatureContext } from "../feature.js";
import {
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
import { toRange } from "../to-protocol.js";
import { readReport } from "./report-access.js";
import { placeToRange } from "./speakers.js";

/** The trees that an editor shows beside the reports: sessions, what is private, follow-ups. They are asked for level by level. */
export const views: Feature = (context) => {
  const { connection, indexer, answerAll } = context;
  const follow = followChanges(context);
  const sessionView = sessionViews(context);
  const serve = <P, T>(request: string, work: (params: P) => Promise<T>) =>
    connection.onRequest(
      request,
      (params: P): Promise<unknown> =>
        answerAll<T>(request, async () => {
          await indexer.current();
          follow();
          return work(params);
        }),
    );

  serve<SessionGroupsParams, readonly SessionGroup[]>(SESSION_GROUPS_REQUEST, async (params) =>
    sessionView(params).groups(params.uris?.map(canonicalUri)),
  );
  serve<SessionsParams, readonly SessionItem[]>(SESSIONS_REQUEST, async (params) =>
    sessionView(params).sessions(params.group).map(toSessionItem),
  );
  serve<SessionAtParams, SessionAtAnswer>(
    SESSION_AT_REQUEST,
    async (params) => sessionView(params).at(canonicalUri(params.uri), params.position.line) ?? null,
  );
  serve<FollowUpGroupsParams, readonly FollowUpGroup[]>(
    FOLLOW_UP_GROUPS_REQUEST,
    async ({ by, openOnly, uris }) => followUpGroups(context.index, by, openOnly, uris?.map(canonicalUri)),
  );
  serve<FollowUpsParams, readonly FollowUpItem[]>(FOLLOW_UPS_REQUEST, async ({ by, openOnly, group }) =>
    followUpsIn(context.index, by, openOnly, group).map(({ at, ...item }) => ({
      ...item,
      range: placeToRange(at),
    })),
  );
  serve<PrivateReportsParams, readonly PrivateReport[]>(PRIVATE_REPORTS_REQUEST, async ({ uris }) =>
    privateReports(context, uris?.map(canonicalUri)),
  );
  serve<PrivatePlacesParams, PrivatePlacesAnswer>(PRIVATE_PLACES_REQUEST, ({ uri }) =>
    placesIn(context, uri),
  );
  return {};
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

export function toSessionItem({ at, children, ...item }: SessionNode): SessionItem {
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
  return privatePlaces(found.analysis, found.config, found.terms).map(({ from, to, ...place }) => {
    // The words stay out of what tells the places from each other.
    const count = (counts.get(place.what) ?? 0) + 1;
    counts.set(place.what, count);
    return {
      ...place,
      key: `${canonicalUri(uri)}#${place.what}.${count}`,
      range: toRange(found.text, { from, to }),
    };
  });
}

/** Tells the client which reports changed, once it asked for a view. Answers what begins that. */
function followChanges({ connection, index, indexer }: FeatureContext): () => void {
  let seen: Map<string, ReportCard> | undefined;
  const now = () => new Map(index.reports().map(({ uri, card }) => [uri, card]));
  indexer.onDidChange(() => {
    if (!seen) return;
    const before = seen;
    seen = now();
    const changed = [...seen].filter(([uri, card]) => before.has(uri) && before.get(uri) !== card);
    const listed = seen.size !== before.size || [...seen.keys()].some((uri) => !before.has(uri));
    const params: ViewsChangedParams = { changed: changed.map(([uri]) => uri), listed };
    if (listed || changed.length > 0) void connection.sendNotification(VIEWS_CHANGED_NOTIFICATION, params);
  });
  return () => {
    seen ??= now();
  };
}
