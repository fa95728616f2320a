import { stringify } from "yaml";
import { l10n, type Message } from "../../text/message.js";
import { aboutAudience, describeAudience } from "./audience-words.js";
import { daysAfter } from "./days.js";
import { frontMatterSource } from "./front-matter-keys.js";
import { begins, type Completion, type CompletionKind } from "./item.js";
import { type KnownPerson, tagsOf } from "./known-words.js";
import { likelyPeople } from "./people.js";
import { type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";
import { type YamlPlace, yamlPlace } from "./yaml-place.js";

/** A value that can be meant. */
interface Value {
  readonly text: string;
  readonly kind: CompletionKind;
  readonly detail?: Message;
  readonly about?: readonly string[];
  /** Written as it is: YAML of its own rather than a text. */
  readonly raw?: true;
}

/** Values of the front matter's keys, also in lists. */
export const frontMatterValues: CompletionSource = {
  name: "front-matter-value",
  zones: ["front-matter"],
  items(place) {
    const yaml = yamlPlace(place, frontMatterSource(place));
    const values = yaml && valuesOf(yaml);
    if (!values || !/^[^"'\]}]*(?:["'][^"'\]}]*)?$/.test(yaml.typed)) return [];
    const typed = yaml.typed.replace(/^["']/, "");
    return values(place, yaml)
      .filter(({ text }) => text !== typed && begins(text, typed))
      .map((value) => valueItem(place, yaml, value));
  },
  describe: ([what, ...audience], say) => (what === "audience" ? describeAudience(audience, say) : undefined),
};

type Values = (place: Place, yaml: YamlPlace) => Value[];

/** For each key, by its path, the values that are offered. */
const VALUES: Readonly<Record<string, Values>> = {
  type: () => [{ text: "trip-report", kind: "value" }],
  title: ({ analysis: { report } }) =>
    report.event === undefined ? [] : [{ text: `Trip report: ${report.event}`, kind: "value" }],
  event: ({ known }) => known.events.map((text) => ({ text, kind: "value" })),
  status: () => [
    { text: "draft", kind: "value", detail: l10n.t("still being written") },
    { text: "final", kind: "value", detail: l10n.t("ready to be read") },
  ],
  audience: ({ audiences }) =>
    audiences.map((text, at) => ({
      text,
      kind: "audience",
      about: ["audience", ...aboutAudience(audiences, text)],
      ...(at === 0
        ? { detail: l10n.t("narrowest") }
        : at === audiences.length - 1
          ? { detail: l10n.t("widest") }
          : {}),
    })),
  dates: (place, yaml) => [
    ...interval(yaml.typed),
    { text: place.today, kind: "day", detail: l10n.t("today") },
    {
      text: `${place.today}/${daysAfter(place.today, 1)}`,
      kind: "day",
      detail: l10n.t("today and tomorrow"),
    },
    ...(yaml.typed === ""
      ? [
          {
            text: `{ start: ${place.today}, end: ${daysAfter(place.today, 1)} }`,
            kind: "day" as const,
            raw: true as const,
          },
        ]
      : []),
  ],
  "dates.start": ({ today }) => [{ text: today, kind: "day", detail: l10n.t("today") }],
  "dates.end": ({ today }, { values }) => {
    const start = values.get("start") ?? "";
    const first = /^\d{4}-\d{2}-\d{2}$/.test(start) ? start : today;
    return following(first).map((text, at) => ({
      text,
      kind: "day",
      detail: at === 0 ? l10n.t("1 day") : l10n.t("{0} days", at + 1),
    }));
  },
  tags: (place) => {
    const own = new Set(tagsOf(place.analysis.report));
    return place.known.tags.filter((tag) => !own.has(tag)).map((text) => ({ text, kind: "tag" }));
  },
  authors: (place) => authors(place).map(authorValue),
  "authors.name": (place) => authors(place).map(({ name }) => ({ text: name, kind: "person" })),
  "authors.affiliation": (place, { values }) => {
    const all = likelyPeople(place);
    const own = all.find(({ name }) => name === values.get("name"))?.affiliation;
    const distinct = new Set([own, ...all.map(({ affiliation }) => affiliation)]);
    return [...distinct].flatMap((text) =>
      text === undefined ? [] : [{ text, kind: "affiliation" as const }],
    );
  },
};
/** Keys whose values are lists. */
const LISTS = new Set(["tags", "authors"]);

function valuesOf({ role, path, in: where }: YamlPlace): Values | undefined {
  const key = path.join(".");
  if (!Object.hasOwn(VALUES, key)) return undefined;
  // What could become a key below a key is offered as one, unless the key has a list.
  return role === "value" || (LISTS.has(key) && where !== "flow") ? VALUES[key] : undefined;
}

/** `2024-05-14/…`: the days from the start on. */
function interval(typed: string): Value[] {
  const start = /^(\d{4}-\d{2}-\d{2})\/?[\d-]*$/.exec(typed)?.[1];
  return start === undefined
    ? []
    : following(start).map((end, at) => ({
        text: `${start}/${end}`,
        kind: "day",
        detail: at === 0 ? l10n.t("1 day") : l10n.t("{0} days", at + 1),
      }));
}

/** A day and the six behind it. */
function following(iso: string): string[] {
  return Array.from({ length: 7 }, (_, at) => daysAfter(iso, at));
}

/** Everybody who is no author yet. */
function authors(place: Place): KnownPerson[] {
  const there = new Set(place.analysis.report.authors.map(({ name }) => name));
  return [...likelyPeople(place), ...place.known.people].filter(
    ({ name }, at, all) => !there.has(name) && all.findIndex((other) => other.name === name) === at,
  );
}

function authorValue({ name, affiliation }: KnownPerson): Value {
  return { text: affiliation === undefined ? name : `${name} (${affiliation})`, kind: "person" };
}

function valueItem(place: Place, yaml: YamlPlace, { text, kind, detail, about, raw }: Value): Completion {
  const written = raw ? text : scalar(text, yaml);
  const mark = yaml.unmarked
    ? "- "
    : yaml.tight
      ? yaml.in === "scalar" && isList(yaml)
        ? "\n  - "
        : " "
      : "";
  const quote = /^["']/.exec(yaml.typed)?.[0] ?? "";
  return {
    label: text,
    kind,
    replace: typedSpan(place, yaml.typed.length, quote === "" ? /^[\p{L}\p{N}_.+:/-]+/u : /^["']/),
    insert: [`${mark}${written}`],
    filter: `${quote}${text}`,
    ...(detail === undefined ? {} : { detail }),
    ...(about ? { about } : {}),
  };
}

function isList({ path }: YamlPlace): boolean {
  return LISTS.has(path.join("."));
}

/** A text as YAML writes it on one line, in quotes where it would be read as something else without. */
function scalar(text: string, { in: where }: YamlPlace): string {
  const line = text.replace(/\s+/g, " ");
  if (where === "flow" && /[,[\]{}]/.test(line)) return JSON.stringify(line);
  return /^\d{4}-\d{2}-\d{2}/.test(line) ? line : stringify(line, { lineWidth: 0 }).trimEnd();
}
