import type { Element, ElementContent, Root, Text } from "hast";
import { toHtml } from "hast-util-to-html";
import { textOf, visit } from "./html-tree.js";
import { htmlMarker } from "./marker.js";

/** What the front matter says of a report, as a reader is told: `Event`, `GopherDays 2024`. */
export type Facts = readonly { readonly name: string; readonly value: string }[];

export interface PageOptions {
  readonly title: string;
  readonly language: string;
  readonly facts: Facts;
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:1.05rem/1.6 system-ui,sans-serif;color:#1b1b1b;background:#fff}
main{max-width:46rem;margin:0 auto;padding:1.5rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em}
a{color:#0b57a4}
img{max-width:100%}
table{border-collapse:collapse}
th,td{border:1px solid #767676;padding:.3em .6em}
pre{overflow:auto;padding:.8em;background:#f2f2f2}
blockquote{margin-left:0;padding-left:1em;border-left:.25em solid #767676}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em}
dd{margin:0}
.redacted{background:#1b1b1b;color:#fff;padding:.05em .5em;border-radius:.15em}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8ab8ff}pre{background:#262626}.redacted{background:#eee;color:#161616}}
`;

/** A complete page: no script, nothing from elsewhere. */
export function htmlPage(body: Root, { title, language, facts }: PageOptions): string {
  const hasHeading = headings(body).includes("h1");
  const head = [
    ...(hasHeading || title === "" ? [] : [element("h1", {}, [text(title)])]),
    ...(facts.length > 0
      ? [
          element(
            "dl",
            {},
            facts.flatMap(({ name, value }) => [
              element("dt", {}, [text(name)]),
              element("dd", {}, [text(value)]),
            ]),
          ),
        ]
      : []),
  ];
  return `<!doctype html>
<html lang="${htmlMarker(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>${htmlMarker(title || "Trip report")}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${htmlFragment({ type: "root", children: head })}${htmlFragment(body)}</main>
</body>
</html>
`;
}

/** The body alone, for a page of somebody else's. */
export function htmlFragment(body: Root): string {
  const html = toHtml(body, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } });
  return html === "" || html.endsWith("\n") ? html : `${html}\n`;
}

/** Shows each redacted marker as a bar whose text stays text, so that screen readers say it. */
export function showMarkers(parent: Root | Element, marker: string): void {
  const pattern = new RegExp(
    `(${marker.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}|<redacted(?: comments?)?>|█{3,})`,
    "gi",
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

function headings(body: Root): string[] {
  const names: string[] = [];
  visit(body, ({ tagName }) => {
    if (/^h[1-6]$/.test(tagName)) names.push(tagName);
  });
  return names;
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

/** A marker, escaped by ourselves: both of its brackets. */
function raw(value: string): ElementContent {
  return { type: "raw", value: htmlMarker(value) } as unknown as ElementContent;
}

function text(value: string): Text {
  return { type: "text", value };
}
