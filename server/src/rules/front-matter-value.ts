import { isIsoDate, readDates } from "../report/dates.js";
import { isPeople } from "../report/declared-people.js";
import type { FrontMatterEntry } from "../report/front-matter.js";
import { l10n, type Message } from "../text/message.js";
import type { Finding, Rule } from "./rule.js";

export const frontMatterValue: Rule = {
  code: "front-matter-value",
  severity: "warning",
  summary: "A value of the front matter is not of its type, no date, or an end before its start.",
  docs: {
    why: "A value that cannot be understood is as good as none: days are not checked against dates that are none, authors are not found by a name that is none.",
    bad: "---\ntype: trip-report\ndates: 2024-05-15/2024-05-14\n---\n",
    good: "---\ntype: trip-report\ndates: 2024-05-14/2024-05-15\n---\n",
    fix: "None: the right value is known to the writer alone.",
  },
  *check({ report }) {
    for (const entry of report.frontMatter?.entries ?? []) {
      const wrong = CHECKS[entry.key]?.(entry);
      if (wrong !== undefined) yield finding(entry, wrong);
    }
  },
};

/** For each key of the format, what is wrong with its value, if anything is. */
const CHECKS: Readonly<Record<string, (entry: FrontMatterEntry) => Message | undefined>> = {
  type: ({ value }) =>
    value === "trip-report" ? undefined : l10n.t("the type of a report is “trip-report”"),
  title: text,
  event: text,
  location: text,
  website: text,
  dates: ({ value }) => (value === null ? undefined : readDates(value).problem),
  authors: ({ value }) =>
    value === null || isAuthors(value) ? undefined : l10n.t("authors are names, or mappings with a name"),
  audience: text,
  status: ({ value }) =>
    value === null || value === "draft" || value === "final"
      ? undefined
      : l10n.t("the status is “draft” or “final”"),
  tags: ({ value }) =>
    value === null ||
    typeof value === "string" ||
    (isList(value) && value.every((tag) => typeof tag === "string"))
      ? undefined
      : l10n.t("tags are a list of words"),
  people: ({ value }) =>
    value === null || isPeople(value) ? undefined : l10n.t("people are a list of names with their aliases"),
  date: ({ value }) =>
    value === null || typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value) || isIsoDate(value)
      ? undefined
      : l10n.t("there is no such day"),
};

function text({ value }: FrontMatterEntry): Message | undefined {
  return value === null || typeof value === "string" ? undefined : l10n.t("a text is expected here");
}

function isList(value: FrontMatterEntry["value"]): value is readonly FrontMatterEntry["value"][] {
  return Array.isArray(value);
}

function isAuthors(value: FrontMatterEntry["value"]): boolean {
  const author = (item: FrontMatterEntry["value"]) =>
    (typeof item === "string" && item.trim() !== "") ||
    (item instanceof Map && typeof item.get("name") === "string");
  return isList(value) ? value.every(author) : author(value);
}

function finding({ valueSpan, keySpan }: FrontMatterEntry, message: Message): Finding {
  const span = valueSpan.to > valueSpan.from ? valueSpan : keySpan;
  return { from: span.from, to: span.to, message };
}
