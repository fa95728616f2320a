import type Token from "markdown-it/lib/token.mjs";
import type { AudienceRegion } from "../report/audience-regions.js";
import type { Leaf } from "./leaves.js";
import type { PreviewMark } from "./marks.js";

/** Makes tokens of the renderer's own kind. */
export type MakeToken = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** What the parts of a leaf need around them. */
export interface InlineRegions {
  readonly make: MakeToken;
  /** Which audience the leaf as a whole is for; what is for the same one needs no mark of its own. */
  readonly base: AudienceRegion | undefined;
  /** Gives an opening token what shows whom a stretch is for; `first` where the stretch begins. */
  readonly attributes: (token: Token, region: AudienceRegion, first: boolean) => void;
}

/**
 * The tokens of a leaf with its internal parts wrapped, each piece between two tags by itself, so that tags stay
 * nested whatever a comment crosses.
 */
export function wrapParts(
  children: readonly Token[],
  { map, previewed }: Leaf,
  { make, base, attributes }: InlineRegions,
): Token[] {
  const out: Token[] = [];
  let open = false;
  let first = false;
  let region = previewed.regionAt(map.start);
  const close = () => {
    if (open) out.push(new make("trip_report_part_close", "span", -1));
    open = false;
  };
  const moveTo = (offset: number) => {
    const next = previewed.regionAt(offset);
    if (next === region) return;
    close();
    region = next;
    first = true;
  };
  const put = (token: Token) => {
    const marked = region && region.rank !== base?.rank;
    if (token.nesting !== 0 || !marked) close();
    else if (!open && region && token.type !== "softbreak") {
      const wrapper = new make("trip_report_part_open", "span", 1);
      attributes(wrapper, region, first);
      out.push(wrapper);
      open = true;
      first = false;
    }
    out.push(token);
  };
  for (const [index, token] of children.entries()) {
    if (token.type !== "trip_report_mark") {
      // Nothing is left of the line that a mark took.
      const before = children[index - 1];
      const shown = before?.type === "trip_report_mark" ? (before.meta as PreviewMark).kind : undefined;
      if (index === 1 && token.type === "softbreak" && shown === "mark") continue;
      put(token);
      continue;
    }
    const mark = token.meta as PreviewMark;
    if (mark.kind === "attributes") continue;
    if (mark.kind === "mark") {
      moveTo(mark.to);
      continue;
    }
    moveTo(mark.from);
    const shown = new make(`trip_report_${mark.kind.replace(" ", "_")}`, "span", 0);
    shown.content = mark.words;
    put(shown);
    moveTo(mark.to);
  }
  close();
  return out;
}
