import { verbatim } from "../../text/message.js";
import { begins, type Completion } from "./item.js";
import { likelyPeople } from "./people.js";
import { type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";

/** Owners behind `@` in something left to do: those who own something already, then everybody by given name. */
export const owners: CompletionSource = {
  name: "owner",
  zones: ["body"],
  items(place) {
    const typed = /(?:^|[\s(])@([\p{L}\p{N}_.-]{0,63})$/u.exec(place.before)?.[1];
    if (typed === undefined || !leftToDo(place)) return [];
    const people = likelyPeople(place);
    const handles = new Map<string, string>();
    for (const { name } of people) {
      const handle = handleOf(name, false);
      const free = handles.has(handle) ? handleOf(name, true) : handle;
      if (free !== "" && !handles.has(free)) handles.set(free, name);
    }
    const owning = [...new Set(ownersElsewhere(place))];
    const all = [...owning, ...[...handles.keys()].filter((handle) => !owning.includes(handle))];
    return all
      .map((handle) => ({ handle, name: handles.get(handle) ?? "" }))
      .filter(({ handle, name }) => begins(handle, typed) || begins(name, typed))
      .map(({ handle, name }) => ownerItem(place, typed, handle, name));
  },
};

/** Whether the cursor's line is a follow-up. */
function leftToDo({ analysis: { report }, before, line }: Place): boolean {
  return (
    /^[ \t>]*[-*+][ \t]+\[[ xX]\][ \t]/.test(before) ||
    report.followUps.some(({ from, to }) => from <= line.to && to >= line.from)
  );
}

/** The owners of other follow-ups, the last first. */
function ownersElsewhere({ analysis: { report }, line }: Place): string[] {
  return report.followUps
    .filter(({ from }) => from < line.from || from > line.to)
    .flatMap(({ owner }) => owner?.replace(/(?<![.])[.]+$/, "") ?? [])
    .reverse();
}

/** A name as one word: the given name, or all of it. */
function handleOf(name: string, whole: boolean): string {
  const parts = name.toLowerCase().split(/\s+/);
  return (whole ? parts.join(".") : (parts[0] ?? ""))
    .replace(/[^\p{L}\p{N}_.-]/gu, "")
    .replace(/^[._-]+|(?<![.])[.]+$/g, "");
}

function ownerItem(place: Place, typed: string, handle: string, name: string): Completion {
  return {
    label: `@${handle}`,
    kind: "person",
    replace: typedSpan(place, typed.length + 1),
    insert: [`@${handle}`],
    filter: begins(handle, typed) ? `@${handle}` : `@${name}`,
    ...(name === "" ? {} : { detail: verbatim(name) }),
  };
}
