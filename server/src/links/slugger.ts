import { slugs } from "../text/slug.js";

/** The anchor of a heading. */
export interface Slug {
  readonly value: string;
  equals(other: Slug): boolean;
}

/** Makes anchors of headings; an anchor stays as it is. */
export interface Slugger {
  fromHeading(heading: string): Slug;
}

/** The anchors that published pages have. */
export const slugger: Slugger = {
  fromHeading(heading) {
    const value = slugs(heading)[0] ?? "";
    return { value, equals: (other) => other.value === value };
  },
};
