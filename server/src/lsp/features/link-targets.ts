import type { DocumentLink } from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { LinkDocument } from "./link-document.js";
import type { LinkWorkspace } from "./link-workspace.js";

/** What a click may open elsewhere. A report from somebody else must not run a command of the editor's. */
const SCHEMES = /^(?:https?|mailto|tel|ftps?):/i;

/** A link of a document that a click may follow, in the document's places; none where it may not. */
export function safeLink(
  link: DocumentLink,
  document: LinkDocument,
  workspace: LinkWorkspace,
): DocumentLink[] {
  const { range, target, data } = link;
  const at = { range: document.actual(range) };
  // What resolving needs of it; the rest is long.
  if (target === undefined) return [{ ...at, data: { href: (data as { readonly href: unknown }).href } }];
  // A reference leads to its definition.
  if (data !== undefined) return [{ ...at, target: targetOf(target, workspace) }];
  // The library decodes addresses, which then lead elsewhere: the address is what was written.
  const written = document.getText(range);
  if (!SCHEMES.test(written)) return [];
  try {
    return [{ ...at, target: new URL(written).href }];
  } catch {
    return [];
  }
}

/** What a resolved link leads to, as a URI that other editors open as well; undefined where it leads nowhere. */
export function resolvedTarget(link: DocumentLink | undefined, workspace: LinkWorkspace): string | undefined {
  const folder = /^command:revealInExplorer\?(.*)$/s.exec(link?.target ?? "");
  if (folder) {
    const [uri] = JSON.parse(decodeURIComponent(folder[1]!)) as Parameters<typeof URI.revive>;
    return URI.revive(uri)?.toString();
  }
  return link?.target === undefined || /^command:/i.test(link.target)
    ? undefined
    : targetOf(link.target, workspace);
}

/** A target, its line brought back to where it stands in the file. */
function targetOf(target: string, workspace: LinkWorkspace): string {
  const { 1: address, 2: line, 3: column } = /^(.*)#L(\d+),(\d+)$/s.exec(target) ?? [];
  if (address === undefined) return URI.parse(target).toString();
  const uri = URI.parse(address).toString();
  const start = { line: Number(line) - 1, character: Number(column) - 1 };
  const place = workspace.document(uri)?.actual({ start, end: start }).start ?? start;
  return `${uri}#L${place.line + 1},${place.character + 1}`;
}
