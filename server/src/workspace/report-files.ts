import { frontMatter } from "../report/front-matter.js";
import { frontMatterBlock } from "../syntax/front-matter.js";
import type { Format } from "../syntax/parse.js";

/** How the names of texts end that could be reports; other files are not even looked at. */
export const TEXT_EXTENSIONS = ["md", "markdown", "mdown", "mkd", "txt", "text"] as const;

/** The format a file's name tells. */
export function formatOf(path: string): Format {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path) ? "markdown" : "plain-text";
}

/** Whether a file found in a folder is a report: by its name, or a Markdown file whose front matter says so. */
export function isReport(path: string, text: () => string): boolean {
  if (/\.trip(?:report)?\.md$/i.test(path)) return true;
  if (!/\.(?:md|markdown)$/i.test(path)) return false;
  const content = text();
  const block = frontMatterBlock(content, content.startsWith("\ufeff") ? 1 : 0);
  return (
    block !== undefined &&
    frontMatter(content, block).entries.some(({ key, value }) => key === "type" && value === "trip-report")
  );
}
