import { aboutKind, isKind, KINDS } from "../../report/kind-table.js";
import { l10n, type Message, type Say } from "../../text/message.js";
import { aboutAudience, describeAudience } from "./audience-words.js";
import type { Completion } from "./item.js";
import { type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";

/** What stands in braces, up to the attribute that is being written. */
const ATTRIBUTES = /^((?:[^{}=]*[ \t])?)([.\p{L}\p{M}-]{0,40})$/u;

/** Attributes behind `{` in a heading: who may read the section, and of which kind it is. */
export const headingAttributes: CompletionSource = {
  name: "heading-attribute",
  zones: ["body"],
  items(place) {
    const open = place.before.lastIndexOf("{");
    const heading = place.analysis.format === "markdown" && /^[ \t]{0,3}#{1,6}[ \t]/.test(place.before);
    const [, before, typed] = (heading && open > 0 && ATTRIBUTES.exec(place.before.slice(open + 1))) || [];
    if (typed === undefined || before === undefined) return [];
    const there = new Set(before.split(/\s+/));
    const internal = place.words.some((word) => there.has(`.${word}`));
    const all = [
      ...(internal ? audienceOf(place, typed) : comments(place, typed)),
      ...kinds(place, typed, there),
    ];
    return all.filter(({ label }) => `.${label}`.startsWith(`.${typed}`) || label.startsWith(`.${typed}`));
  },
  describe: ([what = "", name = "", ...audience], say) =>
    what === "kind" ? kindMeaning(name, say) : describeInternal([name, ...audience], say),
};

/** `.internal`, and for audiences between the narrowest and the widest. */
function comments(place: Place, typed: string): Completion[] {
  const [word] = place.words;
  if (word === undefined) return [];
  const [narrowest = ""] = place.audiences;
  const about = (audience: string) => ["internal", ...aboutAudience(place.audiences, audience)];
  return [
    ...place.words.map((each) =>
      attribute(place, typed, `.${each}`, l10n.t("for {0}", narrowest), about(narrowest)),
    ),
    ...place.audiences
      .slice(1, -1)
      .map((audience) =>
        attribute(
          place,
          typed,
          `.${word} audience=${audience}`,
          l10n.t("for {0}", audience),
          about(audience),
        ),
      ),
  ];
}

function audienceOf(place: Place, typed: string): Completion[] {
  return place.audiences.map((audience) =>
    attribute(place, typed, `audience=${audience}`, l10n.t("for {0}", audience), [
      "internal",
      ...aboutAudience(place.audiences, audience),
    ]),
  );
}

/** A kind class overrides what the heading's words tell; a heading has one. */
function kinds(place: Place, typed: string, there: ReadonlySet<string>): Completion[] {
  if (KINDS.some((kind) => there.has(`.${kind}`))) return [];
  return KINDS.map((kind) => attribute(place, typed, `.${kind}`, l10n.t("kind of section"), ["kind", kind]));
}

function attribute(
  place: Place,
  typed: string,
  label: string,
  detail: Message,
  about: readonly string[],
): Completion {
  return {
    label,
    kind: label.startsWith("audience") ? "audience" : "value",
    replace: typedSpan(place, typed.length),
    insert: [place.after.includes("}") ? label : `${label}}`],
    filter: typed === "" || typed.startsWith(".") ? label : label.replace(/^\./, ""),
    detail,
    commit: ["}"],
    about,
  };
}

function kindMeaning(kind: string, say: Say): string | undefined {
  if (!isKind(kind)) return undefined;
  return `${say(aboutKind(kind).meaning)} ${say(l10n.t("The class says so whatever the heading's words tell."))}`;
}

function describeInternal(audience: readonly string[], say: Say): string {
  const what = say(l10n.t("A section whose whole body is internal; its heading is not."));
  return `${what}\n\n${describeAudience(audience, say)}`;
}
