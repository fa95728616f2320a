import { FRONT_MATTER_KEYS } from "../../report/front-matter-keys.js";
import { l10n, type Message, verbatim } from "../../text/message.js";
import { type Completion, hole, type Insert } from "./item.js";
import { type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";
import { type YamlPlace, yamlPlace } from "./yaml-place.js";

/** Keys below keys of the front matter and what they are for. Source: the format's section 2. */
const NESTED: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  authors: {
    name: l10n.t("The author's name."),
    affiliation: l10n.t("The author's company or institution."),
    email: l10n.t("The author's address for mail."),
  },
  dates: {
    start: l10n.t("The event's first day, `2017-03-29`."),
    end: l10n.t("The event's last day; without it there is one."),
  },
};

/** Keys that the front matter does not have yet, and those of authors and dates. */
export const frontMatterKeys: CompletionSource = {
  name: "front-matter-key",
  zones: ["front-matter"],
  items(place) {
    const yaml = yamlPlace(place, frontMatterSource(place));
    if (yaml?.role !== "key" || !/^[\p{L}_-]*$/u.test(yaml.typed) || place.after.includes(":")) return [];
    const [parent, deeper] = yaml.path;
    const keys =
      parent === undefined
        ? FRONT_MATTER_KEYS.map(({ key }) => key)
        : deeper === undefined
          ? Object.keys(Object.hasOwn(NESTED, parent) ? NESTED[parent]! : {})
          : [];
    return keys
      .filter((key) => !yaml.siblings.has(key) && key.startsWith(yaml.typed.toLowerCase()))
      .map((key) => keyItem(place, yaml, parent, key));
  },
  describe([key = "", parent], say) {
    const meaning =
      parent === undefined
        ? FRONT_MATTER_KEYS.find((known) => known.key === key)?.meaning
        : Object.hasOwn(NESTED, parent)
          ? NESTED[parent]![key]
          : undefined;
    return meaning === undefined ? undefined : say(meaning);
  },
};

/** Where the front matter's YAML stands; one that is not recognised yet has its first line only. */
export function frontMatterSource({ analysis: { syntax }, line }: Place): { from: number; to: number } {
  return syntax.frontMatter?.source ?? line;
}

function keyItem(place: Place, yaml: YamlPlace, parent: string | undefined, key: string): Completion {
  // A list's items are mappings: the first key of one brings the mark of the item along.
  const mark = parent === "authors" && yaml.unmarked && yaml.siblings.size === 0 ? "- " : "";
  return {
    label: key,
    kind: "key",
    replace: typedSpan(place, yaml.typed.length),
    insert: [mark, ...(parent === undefined ? written(place, key) : [`${key}: `])],
    filter: key,
    detail: parent === undefined ? l10n.t("front matter") : verbatim(parent),
    about: parent === undefined ? [key] : [key, parent],
  };
}

/** A key with what comes behind it, where that is the same in all reports or one of few words. */
function written({ audiences }: Place, key: string): Insert {
  const choice = (choices: readonly string[]) => ({ stop: 1, text: choices[0]!, choices });
  switch (key) {
    case "type":
      return ["type: trip-report"];
    case "audience":
      return ["audience: ", audiences.length > 0 ? choice(audiences) : hole(1, "")];
    case "status":
      return ["status: ", choice(["draft", "final"])];
    case "authors":
      return ["authors:\n  - name: ", hole(1, "Your Name")];
    default:
      return [`${key}: `];
  }
}
