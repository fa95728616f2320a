import type { Element, ElementContent, Root } from "hast";
import { contentsOf } from "./html-contents.js";
import { element, htmlOf, text } from "./html-element.js";
import { PAGE_STYLE, PAGE_STYLE_HASH } from "./html-styles.js";
import { textOf, visit } from "./html-tree.js";
import { htmlMarker } from "./marker.js";

/** What the front matter says of a report, as a reader is told: `Event`, `GopherDays 2024`. */
export type Facts = readonly { readonly name: string; readonly value: string }[];

export interface PageOptions {
  readonly title: string;
  readonly language: string;
  readonly facts: Facts;
}

/** A complete page of a report: no script, nothing from elsewhere. `body` was arranged in sections before. */
export function htmlPage(body: Root, { title, language, facts }: PageOptions): string {
  const { first, rest } = withoutTitle(body);
  const contents = contentsOf(rest);
  const isHeaded = first !== undefined || titleOf(body) !== undefined || title === "";
  const heading = isHeaded ? (first ? [first] : []) : [element("h1", {}, [title])];
  const head = [...heading, ...(facts.length > 0 ? [factList(facts, language)] : [])];
  return wholePage({
    title: title || "Trip report",
    language,
    style: PAGE_STYLE,
    styleHash: PAGE_STYLE_HASH,
    body: [
      head.length > 0 ? `<header>\n${head.map(htmlOf).join("\n")}\n</header>\n` : "",
      contents ? `${htmlOf(contents)}\n` : "",
      `<main>\n${htmlFragment(rest)}</main>\n`,
    ].join(""),
  });
}

export interface WholePage {
  readonly title: string;
  readonly language: string;
  readonly style: string;
  /** The hash of the style, as a content security policy has it. */
  readonly styleHash: string;
  /** HTML that was escaped before. */
  readonly body: string;
}

/** A page around a body. Its policy allows its own style and images beside it, and nothing else. */
export function wholePage({ title, language, style, styleHash, body }: WholePage): string {
  return `<!doctype html>
<html lang="${htmlMarker(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${htmlMarker(title)}</title>
<style>${style}</style>
</head>
<body>
${body}</body>
</html>
`;
}

/** The body alone, for a page of somebody else's. */
export function htmlFragment(body: Root): string {
  const html = htmlOf(body);
  return html === "" || html.endsWith("\n") ? html : `${html}\n`;
}

/** Parts a title that stands first from the rest; the text below it stays in its place. */
function withoutTitle(body: Root): { readonly first?: Element; readonly rest: Root } {
  const at = body.children.findIndex((child) => !(child.type === "text" && child.value.trim() === ""));
  const section = body.children[at];
  if (section?.type !== "element" || section.tagName !== "section") return { rest: body };
  const [first, ...below] = section.children;
  if (first?.type !== "element" || first.tagName !== "h1") return { rest: body };
  return { first, rest: { type: "root", children: [...below, ...body.children.slice(at + 1)] } };
}

function factList(facts: Facts, language: string): Element {
  return element(
    "dl",
    {},
    facts.map(({ name, value }) =>
      element("div", {}, [element("dt", {}, [name]), element("dd", {}, [factValue(name, value, language)])]),
    ),
  );
}

function factValue(name: string, value: string, language: string): ElementContent | string {
  if (name === "Website" && /^https?:\/\/[^\s/]+/i.test(value)) return element("a", { href: value }, [value]);
  const dates = name === "Dates" ? /^(\d{4}-\d\d-\d\d)(?:\s*[/,]\s*(\d{4}-\d\d-\d\d))?$/.exec(value) : null;
  if (!dates) return value;
  return element("time", { dateTime: dates[1]! }, [datesInWords(dates[1]!, dates[2] ?? dates[1]!, language)]);
}

/** First and last day as people write them in a language: `14–15 May 2024`. */
export function datesInWords(start: string, end: string, language: string): string {
  try {
    const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
      dateStyle: "long",
      timeZone: "UTC",
    });
    return format.formatRange(new Date(`${start}T00:00Z`), new Date(`${end}T00:00Z`));
  } catch {
    return start === end ? start : `${start} – ${end}`;
  }
}

/** Shows each redacted marker as a bar whose text stays text, so that screen readers say it. */
export function showMarkers(parent: Root | Element, marker: string): void {
  const pattern = new RegExp(
    `(${marker.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}|<redacted(?: comments?)?>|█{3,})`,
    "i",
  );
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === "element") showMarkers(child, marker);
    if (child.type !== "text" || !pattern.test(child.value)) return [child as ElementContent];
    return child.value
      .split(pattern)
      .map((piece, index) =>
        index % 2 === 1 ? element("span", { className: ["redacted"] }, [raw(piece)]) : text(piece),
      )
      .filter((piece) => piece.type !== "text" || piece.value !== "");
  }) as typeof parent.children;
}

/** The text of the first heading of the highest level, if it is a title. */
export function titleOf(body: Root): string | undefined {
  let title: string | undefined;
  visit(body, (node) => {
    if (node.tagName === "h1") title ??= textOf(node).trim();
  });
  return title;
}

/** A marker, escaped by ourselves: both of its brackets. */
function raw(value: string): ElementContent {
  return { type: "raw", value: htmlMarker(value) } as unknown as ElementContent;
}
