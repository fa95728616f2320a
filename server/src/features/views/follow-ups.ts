import type { FollowUpCard, ReportCard } from "../../index/card.js";
import { nameKey } from "../../index/name-key.js";
import { order as compare } from "../../index/person.js";
import type { ReportIndex } from "../../index/report-index.js";
import { byEvent, type Group, Occurrences, reportGroup } from "./view-groups.js";

export type FollowUpGrouping = "report" | "owner";

export interface FollowUpGroup extends Group {
  readonly open: number;
  readonly done: number;
}

/** A follow-up as the view shows it. */
export interface FollowUpNode extends Pick<FollowUpCard, "text" | "owner" | "done" | "at"> {
  readonly key: string;
  readonly uri: string;
  readonly report?: string;
  /** The title of the section it stands in. */
  readonly section?: string;
}

/** The groups of follow-ups in their order: reports the latest first, owners by name, what nobody owns last. */
export function followUpGroups(
  index: ReportIndex,
  by: FollowUpGrouping,
  openOnly: boolean,
  uris?: readonly string[],
): FollowUpGroup[] {
  const groups = new Map<string, { group: Group; open: number; done: number }>();
  const wanted = uris && new Set(uris);
  for (const report of index.reports()) {
    if (wanted && !wanted.has(report.uri)) continue;
    for (const { owner, done } of report.card.followUps) {
      if (openOnly && done) continue;
      const group = by === "report" ? reportGroup(report) : ownerGroup(owner);
      const known = groups.get(group.key) ?? { group, open: 0, done: 0 };
      known[done ? "done" : "open"]++;
      groups.set(group.key, known);
    }
  }
  const order =
    by === "report"
      ? byEvent
      : (a: Group, b: Group) => Number(a.key === "") - Number(b.key === "") || compare(a.key, b.key);
  return [...groups.values()].map(({ group, open, done }) => ({ ...group, open, done })).sort(order);
}

/** What is in a group, in the order of the reports and their texts. */
export function followUpsIn(
  index: ReportIndex,
  by: FollowUpGrouping,
  openOnly: boolean,
  group: string,
): FollowUpNode[] {
  const card = by === "report" ? index.card(group) : undefined;
  const reports = by === "report" ? (card ? [{ uri: group, card }] : []) : index.reports();
  return reports
    .flatMap(({ uri, card }) => nodes(uri, card))
    .filter(({ owner, done }) => !(openOnly && done) && (by === "report" || ownerGroup(owner).key === group));
}

function ownerGroup(owner: string | undefined): Group {
  return owner === undefined ? { key: "" } : { key: nameKey(owner), name: owner };
}

function nodes(uri: string, card: ReportCard): FollowUpNode[] {
  const occurrences = new Occurrences();
  const report = card.title ?? card.event;
  return card.followUps.map(({ text, owner, done, at, section }) => {
    const around = card.sections[section]?.title;
    return {
      key: occurrences.key(uri, text),
      uri,
      text,
      done,
      at,
      ...(owner === undefined ? {} : { owner }),
      ...(report === undefined ? {} : { report }),
      ...(around === undefined ? {} : { section: around }),
    };
  });
}
