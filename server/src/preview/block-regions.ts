import type Token from "markdown-it/lib/token.mjs";
import type { AudienceRegion } from "../report/audience-regions.js";
import { append } from "../text/append.js";
import type { Span } from "../text/span.js";
import type { MakeToken } from "./inline-regions.js";
import type { Previewed } from "./previewed.js";

/** Elements that may stand in their parent only, so that nothing can be put around them. */
const PARTS = new Set([
  "list_item_open",
  "thead_open",
  "tbody_open",
  "tr_open",
  "th_open",
  "td_open",
  "dt_open",
  "dd_open",
  "footnote_open",
]);

export interface BlockRegions {
  readonly make: MakeToken;
  readonly previewed: Previewed;
  /** The place of a block in the source. */
  readonly spanOf: (token: Token, next: Token | undefined) => Span | undefined;
  readonly attributes: (token: Token, region: AudienceRegion, first: boolean) => void;
}

/**
 * The tokens of blocks with those that are internal as a whole wrapped, neighbours of one comment together.
 * `covered` is told the region of each leaf in one.
 */
export function wrapBlocks(
  tokens: readonly Token[],
  regions: BlockRegions,
  covered: (inline: Token, region: AudienceRegion) => void,
): Token[] {
  const out: Token[] = [];
  let run: AudienceRegion | undefined;
  const begin = (region: AudienceRegion | undefined) => {
    if (run && (region?.group !== run.group || region.rank !== run.rank)) {
      out.push(new regions.make("trip_report_block_close", "div", -1));
      run = undefined;
    }
    if (!region || run) return;
    const open = new regions.make("trip_report_block_open", "div", 1);
    open.block = true;
    regions.attributes(open, region, true);
    out.push(open);
    run = region;
  };
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]!;
    const end = token.nesting === 1 ? closing(tokens, index) : index;
    const span = regions.spanOf(token, tokens[index + 1]);
    const region = token.type === "inline" || !span ? undefined : regions.previewed.covering(span);
    const inside = tokens.slice(index + 1, end);
    if (region) {
      const isPart = PARTS.has(token.type);
      begin(isPart ? undefined : region);
      if (isPart) regions.attributes(token, region, true);
      for (const child of inside) if (child.type === "inline") covered(child, region);
      append(out, tokens.slice(index, end + 1));
    } else {
      begin(undefined);
      out.push(token);
      if (end > index) {
        append(out, wrapBlocks(inside, regions, covered));
        out.push(tokens[end]!);
      }
    }
    index = end + 1;
  }
  begin(undefined);
  return out;
}

/** The token that closes what the one at `index` opens. */
function closing(tokens: readonly Token[], index: number): number {
  const { level } = tokens[index]!;
  let end = index + 1;
  while (end < tokens.length - 1 && !(tokens[end]!.level === level && tokens[end]!.nesting === -1)) end++;
  return Math.min(end, tokens.length - 1);
}
