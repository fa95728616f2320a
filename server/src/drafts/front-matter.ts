import { stringify } from "yaml";
import type { EventDates, Person } from "../report/model.js";

/** What the front matter of a new report says. */
export interface About {
  readonly title?: string | undefined;
  readonly event?: string | undefined;
  readonly location?: string | undefined;
  readonly dates?: EventDates | undefined;
  readonly authors?: readonly Pick<Person, "name" | "affiliation">[] | undefined;
  readonly audience?: string | undefined;
  readonly website?: string | undefined;
}

/** What is said goes before what was known; what is absent or empty says nothing. */
export function overlaid<T extends About>(known: About, said: T): T {
  const told = Object.entries(said).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...known, ...(Object.fromEntries(told) as unknown as T) };
}

/** How dates are written in front matter: one day, or an interval of ISO 8601. */
export function writtenDates({ start, end }: EventDates): string {
  return start === end ? start : `${start}/${end}`;
}

/** Authors as front matter has them: names, with affiliations where they are known. */
export function writtenAuthors(authors: NonNullable<About["authors"]>): unknown[] {
  return authors.map(({ name, affiliation }) => (affiliation === undefined ? name : { name, affiliation }));
}

/** The front matter that says all this, both lines of dashes included. Lines end with LF; values are quoted as YAML needs. */
export function frontMatterOf({
  title,
  event,
  location,
  dates,
  authors = [],
  audience,
  website,
}: About): string {
  const data = {
    type: "trip-report",
    ...(title === undefined ? {} : { title }),
    ...(event === undefined ? {} : { event }),
    ...(location === undefined ? {} : { location }),
    ...(dates === undefined ? {} : { dates: writtenDates(dates) }),
    ...(authors.length === 0 ? {} : { authors: writtenAuthors(authors) }),
    ...(audience === undefined ? {} : { audience }),
    ...(website === undefined ? {} : { website }),
  };
  return `---\n${stringify(data, { lineWidth: 0 })}---\n`;
}
