import type { FrontMatter, FrontMatterValue } from "./front-matter.js";

/** Somebody whom a report's front matter lists under `people`: the usual name, and how else it is written. */
export interface DeclaredPerson {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliation?: string;
}

/** More people than anybody would list by hand are not read. */
const MAX_PEOPLE = 2000;
const MAX_ALIASES = 50;

/**
 * The people whom the key `people` lists: `[{ name, aliases, affiliation }]`, or a mapping from names to aliases.
 * What is neither is left out.
 */
export function declaredPeople(front: FrontMatter | undefined): DeclaredPerson[] {
  const value = front?.entries.find(({ key }) => key === "people")?.value;
  if (value instanceof Map)
    return [...value].slice(0, MAX_PEOPLE).flatMap(([name, said]) => person(name, said));
  if (!isList(value)) return [];
  return value.slice(0, MAX_PEOPLE).flatMap((item) => {
    if (typeof item === "string") return person(item, null);
    const name = item instanceof Map ? item.get("name") : undefined;
    return typeof name === "string" ? person(name, item) : [];
  });
}

/** Whether a value is one that `people` may have. */
export function isPeople(value: FrontMatterValue): boolean {
  const said = (item: FrontMatterValue) => item === null || typeof item === "string" || isWords(item);
  const described = (item: FrontMatterValue) =>
    item instanceof Map && (item.get("aliases") === undefined || said(item.get("aliases")!));
  if (value instanceof Map) return [...value.values()].every((item) => said(item) || described(item));
  return (
    isList(value) &&
    value.every(
      (item) =>
        typeof item === "string" ||
        (described(item) && item instanceof Map && typeof item.get("name") === "string"),
    )
  );
}

function person(name: string, said: FrontMatterValue): DeclaredPerson[] {
  const own = name.trim();
  if (own === "") return [];
  const affiliation = said instanceof Map ? said.get("affiliation") : undefined;
  const aliases = words(said instanceof Map ? (said.get("aliases") ?? null) : said)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "" && alias !== own);
  return [
    {
      name: own,
      aliases: [...new Set(aliases)].slice(0, MAX_ALIASES),
      ...(typeof affiliation === "string" && affiliation.trim() !== ""
        ? { affiliation: affiliation.trim() }
        : {}),
    },
  ];
}

function words(value: FrontMatterValue): string[] {
  if (typeof value === "string") return [value];
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

function isWords(value: FrontMatterValue): boolean {
  return isList(value) && value.every((item) => typeof item === "string");
}

function isList(value: FrontMatterValue | undefined): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}
