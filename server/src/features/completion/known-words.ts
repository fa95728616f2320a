import { nameKey } from "../../index/name-key.js";
import type { Report } from "../../report/model.js";

/** Somebody named in a report. */
export interface KnownPerson {
  readonly name: string;
  readonly affiliation?: string;
  readonly role?: string;
}

/** What the other reports of a workspace name, likeliest first. It may be looked up when it is first asked for. */
export interface KnownWords {
  readonly people: readonly KnownPerson[];
  readonly tags: readonly string[];
  readonly events: readonly string[];
}

/** The tags that a report's front matter gives it. */
export function tagsOf({ frontMatter }: Report): string[] {
  const value = frontMatter?.entries.find(({ key }) => key === "tags")?.value;
  const tags = Array.isArray(value) ? value : [value];
  return tags.filter((tag): tag is string => typeof tag === "string" && tag.trim() !== "");
}

/** Counts people by name and remembers what is said of each. */
export class Roll {
  private readonly entries = new Map<string, { person: KnownPerson; count: number; last: number }>();
  private added = 0;

  add({ name, affiliation, role }: KnownPerson): void {
    const key = nameKey(name);
    const known = this.entries.get(key);
    const person = {
      name,
      ...pick("affiliation", affiliation ?? known?.person.affiliation),
      ...pick("role", role ?? known?.person.role),
    };
    this.entries.set(key, { person, count: (known?.count ?? 0) + 1, last: this.added++ });
  }

  /** Everybody, most often named first, then last named first. */
  ranked(): KnownPerson[] {
    return [...this.entries.values()]
      .sort((a, b) => b.count - a.count || b.last - a.last)
      .map(({ person }) => person);
  }
}

function pick<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}
