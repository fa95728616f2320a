/** Names of files beside a report, and how Markdown writes what they link to. Knows nothing of the editor. */

/** The kinds of image that a clipboard or a browser hands over, and how their files end. */
const IMAGES: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/bmp": "bmp",
  "image/tiff": "tiff",
  "image/svg+xml": "svg",
};

export const IMAGE_TYPES: readonly string[] = Object.keys(IMAGES);
/** Longer names are cut; in UTF-16 units, without the ending. */
const LONGEST_NAME = 80;

/** Whether a file is shown in place rather than linked to. */
export function isImage(name: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|svg)$/i.test(name);
}

/** The folder for the files of a report, beside it: `berlin.trip.md` has `berlin.assets`. */
export function assetFolder(reportName: string): string {
  return `${reportName.replace(/(?:\.trip|\.tripreport)?\.[^.]+$/i, "") || "report"}.assets`;
}

/** A name that every file system takes and a link needs not escape; `type` tells the ending where the name has none. */
export function assetName(name: string, type = ""): string {
  const dot = name.lastIndexOf(".");
  const ending = /^\.[a-z\d]{1,8}$/i.test(name.slice(dot)) && dot > 0 ? name.slice(dot).toLowerCase() : "";
  const bare = [...(ending ? name.slice(0, dot) : name).normalize("NFC")]
    .map((sign) => (/[\p{L}\p{M}\p{N}._-]/u.test(sign) ? sign : "-"))
    .join("")
    .replace(/-{2,}/g, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, "");
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)?$/i.test(bare) ? `file${bare && "-"}${bare}` : bare;
  const known = IMAGES[type];
  return safe + (ending || (known ? `.${known}` : ""));
}

/** The n-th name for the same: `slide.png`, `slide-2.png`, `slide-3.png`. */
export function numbered(name: string, n: number): string {
  return n < 2 ? name : name.replace(/(\.[^.]*)?$/, (ending) => `-${n}${ending}`);
}

/** A path as the target of a link. */
export function pathTarget(path: string): string {
  return path.replace(
    /[\s%#?()<>[\]\\"`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** The address that a text is, if it is one and nothing else. */
export function addressOf(text: string): string | undefined {
  const address = text.trim();
  if (address.length > 4000 || !/^(?:https?:\/\/[^\s<>]+|mailto:[^\s<>][^\s<>@]*@[^\s<>]+)$/i.test(address))
    return undefined;
  return URL.canParse(address) ? address : undefined;
}

/** An address as the target of a link: in angle brackets where parentheses would end it. */
export function addressTarget(address: string): string {
  let depth = 0;
  for (const sign of address) {
    if (sign === "(") depth++;
    if (sign === ")" && --depth < 0) break;
  }
  return depth === 0 && !address.includes("\\") ? address : `<${address}>`;
}

/** A text as a snippet has it. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** The path from a file's folder to another file; both absolute, with `/` between their parts. */
export function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => ".."), ...there.slice(same)].join("/");
}
