import type { Analysis } from "../../analysis.js";
import { inEnglish, type Say } from "../../text/message.js";
import { audiences } from "./audiences.js";
import { comments } from "./comments.js";
import { dates } from "./days.js";
import { frontMatterKeys } from "./front-matter-keys.js";
import { frontMatterValues } from "./front-matter-values.js";
import { headingAttributes } from "./heading-attributes.js";
import type { About, Completion } from "./item.js";
import { owners } from "./owners.js";
import { people, speakerLines } from "./people.js";
import { type CompletionInput, placeAt } from "./place.js";
import { sections } from "./sections.js";
import type { CompletionSource } from "./source.js";

/** Everything that is offered, the likeliest first: the only place that lists it. */
export const completionSources: readonly CompletionSource[] = [
  frontMatterValues,
  frontMatterKeys,
  audiences,
  headingAttributes,
  people,
  owners,
  dates,
  sections,
  speakerLines,
  comments,
];

/** What is offered at one place. */
export interface CompletionList {
  readonly items: readonly OfferedCompletion[];
  /** There is more than is listed: typing on brings it up. */
  readonly incomplete: boolean;
}

/** An item and what to ask for its explanation by. */
export type OfferedCompletion = Omit<Completion, "about"> & { readonly about?: About };

/** No list is longer: nobody reads more. */
export const MAX_ITEMS = 200;

/** What can be inserted at an offset, likeliest first; nothing in code, in links and in running prose. */
export function complete(analysis: Analysis, offset: number, input: CompletionInput): CompletionList {
  const place = placeAt(analysis, offset, input);
  if (!place) return { items: [], incomplete: false };
  const offered = new Map<string, OfferedCompletion>();
  for (const { name, zones, items } of completionSources) {
    if (!zones.includes(place.zone)) continue;
    for (const { about, ...item } of items(place)) {
      if (offered.size > MAX_ITEMS) break;
      if (!offered.has(item.label))
        offered.set(item.label, { ...item, ...(about ? { about: { source: name, of: about } } : {}) });
    }
  }
  const all = [...offered.values()];
  return { items: all.slice(0, MAX_ITEMS), incomplete: all.length > MAX_ITEMS };
}

/** The explanation of an item, as Markdown, by what `complete` said of it. */
export function describeCompletion({ source, of }: About, say: Say = inEnglish): string | undefined {
  return completionSources.find(({ name }) => name === source)?.describe?.(of, say);
}
