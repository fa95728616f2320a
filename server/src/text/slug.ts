/** The anchors that common tools make of a heading's text: GitHub's first, then those that collapse blanks. */
export function slugs(heading: string): string[] {
  const words = heading.trim().toLowerCase();
  const github = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replace(/ /g, "-");
  const collapsed = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return [...new Set([github, github.replace(/-{2,}/g, "-"), collapsed])];
}
