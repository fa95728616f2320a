import type { Syntax } from "../syntax/parse.js";
import type { Span } from "../text/span.js";

/** A file beside the report that it refers to: an image or an attachment. */
export interface Asset extends Span {
  /** The path from the report's folder, with `/` between its parts. */
  readonly path: string;
}

const RAW = new Set(["HTMLBlock", "HTMLTag"]);
/** Up to the quote that ends the value. */
const ATTRIBUTE = /\b(?:src|href|poster|data)\s{0,99}=\s{0,99}(?:"([^"]*)|'([^']*)|([^\s"'>]+))/gi;

/** Names that Windows takes for devices in any folder. Source: "Naming Files, Paths, and Namespaces", Microsoft. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])[ \t]*(?:\.|$)/i;
/** A drive or a stream of a file to Windows, control characters, and ends that it leaves out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: no name of a file should have them
const UNFIT = /[:\u0000-\u001f\u007f]|[ .]$/;

/** The local files that a text refers to, each at its first place. Places outside the report's folder are none. */
export function assetsOf({ tree, text, bodyStart }: Syntax): Asset[] {
  const found = new Map<string, Asset>();
  const add = (target: string, span: Span) => {
    const path = localPath(target);
    if (path !== undefined && !found.has(path)) found.set(path, { path, ...span });
  };
  tree.iterate({
    from: bodyStart,
    enter({ name, from, to }) {
      if (name === "URL") add(text.slice(from, to).replace(/^<|>$/g, ""), { from, to });
      if (!RAW.has(name)) return true;
      for (const match of text.slice(from, to).matchAll(ATTRIBUTE)) {
        const start = from + match.index;
        const end = start + match[0].length;
        const quote = match[1] !== undefined ? '"' : match[2] !== undefined ? "'" : "";
        // A quote that nothing ends is no value.
        if (text.startsWith(quote, end))
          add(match[1] ?? match[2] ?? match[3] ?? "", { from: start, to: end + quote.length });
      }
      return false;
    },
  });
  return [...found.values()];
}

/** The path that a link's target names below the report's folder; undefined for every other target. */
export function localPath(target: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\#?]|$)/i.test(target)) return undefined;
  const bare = target.replace(/[?#].*$/s, "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
  let path: string;
  try {
    path = decodeURIComponent(bare);
  } catch {
    path = bare;
  }
  const parts: string[] = [];
  for (const part of path.split(/[/\\]/)) {
    if (part === "" || part === ".") continue;
    if (part.startsWith(".") || DEVICE.test(part) || UNFIT.test(part)) return undefined;
    parts.push(part);
  }
  return parts.length > 0 ? parts.join("/") : undefined;
}

/** Whether a file could itself hold comments, so that it is published by itself or not at all. */
export function mayHoldComments(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkd|mdx|txt|text|html?|xhtml|rst|adoc|org|ya?ml|json)$/i.test(path);
}
