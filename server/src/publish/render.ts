import type { FrontMatterValue } from "../report/front-matter.js";
import type { Report } from "../report/model.js";
import { CONTENTS } from "./html-contents.js";
import { type Facts, htmlFragment, htmlPage, showMarkers, titleOf } from "./html-page.js";
import { arrange } from "./html-sections.js";
import { alignCells, htmlTree, markdownTree, type Unrendered } from "./html-tree.js";
import type { OutputFormat } from "./options.js";
import { plainHtml } from "./plain-html.js";
import { plainTextOf } from "./plain-text.js";
import { prepare } from "./prepare.js";
import type { RedactionInput } from "./redact.js";

/** How a copy is to be rendered. */
export interface RenderOptions {
  readonly format: OutputFormat;
  readonly fragment: boolean;
  readonly marker: string;
}

/** A rendered copy, and the words in it that are the page's own and not the report's. */
export interface Rendered {
  readonly output: string;
  readonly generated: readonly string[];
}

/** What readers of a page are told out of the front matter, and under which name. */
const FACTS: readonly (readonly [key: string, name: string])[] = [
  ["event", "Event"],
  ["dates", "Dates"],
  ["location", "Location"],
  ["website", "Website"],
  ["authors", "Authors"],
  ["tags", "Tags"],
];

/** Renders a redacted report, or says why not. It never sees the source. */
export function render(
  copy: RedactionInput,
  { format, fragment, marker }: RenderOptions,
): Rendered | Unrendered {
  const { syntax } = copy;
  const plain = syntax.format === "plain-text";
  if (format === "md" || (format === "txt" && plain)) return { output: syntax.text, generated: [] };
  const prepared = plain ? { markdown: "", generated: [] } : prepare(copy);
  const body = plain
    ? htmlTree(plainHtml(copy))
    : markdownTree(prepared.markdown, syntax.grammar.settings.words);
  if (typeof body === "string") return body;
  const values = new Map(copy.report.frontMatter?.entries.map(({ key, value }) => [key, shown(value)]));
  const facts: Facts = FACTS.flatMap(([key, name]) => {
    const value = (values.get(key) && key === "authors" && authors(copy.report)) || values.get(key);
    return value ? [{ name, value }] : [];
  });
  const headed = titleOf(body);
  const title = values.get("title") || headed || copy.report.title?.text || values.get("event") || "";
  const generated = [...prepared.generated, ...FACTS.map(([, name]) => name), CONTENTS, "Trip report"];
  if (format === "txt") {
    const named = title === "" || title === headed ? [] : [{ name: "Title", value: title }];
    return { output: plainTextOf(body, [...named, ...facts]), generated: [...generated, "Title"] };
  }
  alignCells(body, fragment ? "style" : "class");
  const arranged = arrange(body, copy.report);
  showMarkers(arranged, marker);
  const language = values.get("lang") ?? values.get("language") ?? "";
  const output = fragment
    ? htmlFragment(arranged)
    : htmlPage(arranged, {
        title,
        facts,
        language: /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language) ? language : "en",
      });
  return { output, generated };
}

/** `Ada Brook (Pier Co), Ben Tarn` */
function authors(report: Report): string {
  return report.authors
    .map(({ name, affiliation }) => (affiliation === undefined ? name : `${name} (${affiliation})`))
    .join(", ");
}

/** A value of the front matter as a sentence has it. */
function shown(value: FrontMatterValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (isList(value)) return value.map(shown).filter(Boolean).join(", ");
  return [...value.values()].map(shown).filter(Boolean).join(", ");
}

function isList(value: FrontMatterValue): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}
