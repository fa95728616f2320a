import type { Element, ElementContent } from "hast";
import { element } from "../publish/html-element.js";
import { l10n, type Message, type Say } from "../text/message.js";

export type Child = ElementContent | string;

/** Where a click leads: the report, where it is another than the shown one, and a line, 0-based. */
export interface Target {
  readonly uri?: string;
  readonly line: number;
}

/** How an overview is shown. */
export interface View {
  /** Whether titles are buttons that lead to the text; a page by itself has nowhere to lead to. */
  readonly isLinked: boolean;
  /** The language of what is not the reports' own. */
  readonly say: Say;
}

/** What is counted, in the singular and the plural. */
const COUNTED = {
  word: (count: number) => (count === 1 ? l10n.t("1 word") : l10n.t("{0} words", count)),
  talk: (count: number) => (count === 1 ? l10n.t("1 talk") : l10n.t("{0} talks", count)),
  session: (count: number) => (count === 1 ? l10n.t("1 session") : l10n.t("{0} sessions", count)),
  section: (count: number) => (count === 1 ? l10n.t("1 section") : l10n.t("{0} sections", count)),
  comment: (count: number) => (count === 1 ? l10n.t("1 comment") : l10n.t("{0} comments", count)),
  "internal comment": (count: number) =>
    count === 1 ? l10n.t("1 internal comment") : l10n.t("{0} internal comments", count),
  marker: (count: number) => (count === 1 ? l10n.t("1 marker") : l10n.t("{0} markers", count)),
  "redacted marker": (count: number) =>
    count === 1 ? l10n.t("1 redacted marker") : l10n.t("{0} redacted markers", count),
} as const;

/** `1 word`, `12 words`. */
export function counted(count: number, what: keyof typeof COUNTED): Message {
  return COUNTED[what](count);
}

/** How much is redacted, and how much is to do, of which there is any. */
export function leftOver(
  { redacted, followUps }: { readonly redacted: number; readonly followUps: number },
  say: Say,
): string[] {
  return [
    ...(redacted > 0 ? [say(l10n.t("{0} redacted", redacted))] : []),
    ...(followUps > 0 ? [say(l10n.t("{0} to do", followUps))] : []),
  ];
}

/** A share in whole per cent, never 0 or 100 for what is not. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return "0 %";
  if (part === whole) return "100 %";
  return `${Math.min(99, Math.max(1, Math.round((part * 100) / whole)))} %`;
}

/** A title that leads to its place, where a view has links. */
export function linked(title: string, { uri, line }: Target, { isLinked }: View): Child {
  if (!isLinked) return title;
  const place = uri === undefined ? {} : { dataUri: uri };
  return element("button", { type: "button", className: ["link"], dataLine: String(line), ...place }, [
    title,
  ]);
}

/** A list of facts: names with values. */
export function facts(pairs: readonly (readonly [name: string, value: Child])[]): Element {
  return element(
    "dl",
    {},
    pairs.map(([name, value]) => element("div", {}, [element("dt", {}, [name]), element("dd", {}, [value])])),
  );
}

/** A table with a caption; the first cell of each row names it, unless another is said. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Child[])[],
  rowHeader = 0,
): Element {
  return element("table", {}, [
    element("caption", {}, [caption]),
    element("thead", {}, [
      element(
        "tr",
        {},
        columns.map((name) => element("th", { scope: "col" }, [name])),
      ),
    ]),
    element(
      "tbody",
      {},
      rows.map((cells) =>
        element(
          "tr",
          {},
          cells.map((cell, at) =>
            at === rowHeader ? element("th", { scope: "row" }, [cell]) : element("td", {}, [cell]),
          ),
        ),
      ),
    ),
  ]);
}

/** A number with a bar of its size beside it; the part that is hatched stands for what `part` counts. */
export function bar(value: number, most: number, part = 0, label = String(value)): Child {
  const width = most === 0 ? 0 : Math.round((value * 100) / most);
  const hatched = value === 0 ? 0 : Math.round((width * part) / value);
  return element("span", { className: ["amount"] }, [
    element("span", { className: ["number"] }, [label]),
    element("svg", { viewBox: "0 0 100 10", width: "100", height: "10", ariaHidden: "true" }, [
      ...(width > 0 ? [element("rect", { className: ["bar"], width: String(width), height: "10" })] : []),
      ...(hatched > 0
        ? [
            element("rect", {
              className: ["hatched"],
              x: String(width - hatched),
              width: String(hatched),
              height: "10",
            }),
          ]
        : []),
    ]),
  ]);
}

/** The patterns that charts refer to; once a page. */
export function patterns(): Element {
  const lines = element("path", { d: "M-1 1l2-2M0 6l6-6M5 7l2-2", className: ["stroke"] });
  return element("svg", { className: ["patterns"], width: "0", height: "0", ariaHidden: "true" }, [
    element("defs", {}, [
      element("pattern", { id: "hatch", width: "6", height: "6", patternUnits: "userSpaceOnUse" }, [
        element("rect", { className: ["paper"], width: "6", height: "6" }),
        lines,
      ]),
    ]),
  ]);
}
