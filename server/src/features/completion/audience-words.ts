import { l10n, type Message, type Say, verbatim } from "../../text/message.js";
import type { Completion } from "./item.js";
import type { Place } from "./place.js";

/** How an audience is written at some place. */
export interface AudienceWriting {
  readonly replace: Completion["replace"];
  /** The part of the audience that was typed. */
  readonly typed: string;
  /** What stands around the audience in the inserted text. */
  readonly before?: string;
  readonly after?: string;
  /** What was typed in the replaced stretch before the audience. */
  readonly lead?: string;
  readonly commit?: readonly string[];
}

/** The configured audiences that begin with what was typed. */
export function audienceItems({ audiences }: Place, writing: AudienceWriting): Completion[] {
  const { replace, typed, before = "", after = "", lead = "", commit } = writing;
  return audiences
    .filter((audience) => audience.toLowerCase().startsWith(typed.toLowerCase()))
    .map((audience) => ({
      label: audience,
      kind: "audience",
      replace,
      insert: [`${before}${audience}${after}`],
      filter: `${lead}${audience}`,
      detail: readers(audiences, audience),
      about: aboutAudience(audiences, audience),
      ...(commit ? { commit } : {}),
    }));
}

/** What `describeAudience` is told of an audience. */
export function aboutAudience(audiences: readonly string[], audience: string): string[] {
  const at = audiences.indexOf(audience);
  return [audience, at === audiences.length - 1 ? "widest" : "", ...audiences.slice(0, at)];
}

/** Who reads what is for an audience. */
export function describeAudience(
  [audience = "", widest = "", ...narrower]: readonly string[],
  say: Say,
): string {
  const all = [...narrower, audience].map((name) => `\`${name}\``).join(", ");
  return widest === ""
    ? say(l10n.t("Read by {0}. A copy for a wider audience has a redacted marker in its place.", all))
    : say(l10n.t("Read by {0}: the widest audience, from which nothing is kept back.", all));
}

function readers(audiences: readonly string[], audience: string): Message {
  const at = audiences.indexOf(audience);
  return at === 0
    ? l10n.t("narrowest")
    : at === audiences.length - 1
      ? l10n.t("widest")
      : verbatim(audiences.slice(0, at + 1).join(", "));
}
