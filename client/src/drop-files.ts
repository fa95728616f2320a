import {
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  l10n,
  languages,
  SnippetString,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  assetFolder,
  assetName,
  IMAGE_TYPES,
  isImage,
  numbered,
  pathTarget,
  relativePath,
  snippetText,
} from "./links-names.js";
import { type Insertion, registerPaste, reportSelector } from "./paste-api.js";

/** Larger files are not stored beside a report; in bytes. */
const LARGEST_FILE = 50 * 1024 * 1024;
const URI_LIST = "text/uri-list";

/** Stores images that are pasted or dropped into a report beside it, and links to them and to files of the workspace. */
export function dropFiles(): Disposable {
  return Disposable.from(
    registerPaste(
      ["markdown", "link", "file"],
      [...IMAGE_TYPES, "files", URI_LIST],
      (document, _ranges, data) => insertion(document, data),
    ),
    languages.registerDocumentDropEditProvider(reportSelector, {
      async provideDocumentDropEdits(document, _position, data, token) {
        const found = await insertion(document, data);
        if (!found || token.isCancellationRequested) return undefined;
        const edit = new DocumentDropEdit(found.text);
        if (found.files) edit.additionalEdit = found.files;
        return edit;
      },
    }),
  );
}

/** A file of the workspace, or one that has to be stored first. */
type Dropped =
  | { readonly kind: "there"; readonly uri: Uri }
  | { readonly kind: "new"; readonly name: string; read(): Thenable<Uint8Array> };

async function insertion(document: TextDocument, data: DataTransfer): Promise<Insertion | undefined> {
  const listed = await listedFiles(document, data);
  const dropped = listed.length > 0 ? listed : handedOver(data);
  if (dropped.length === 0) return undefined;
  if (document.isUntitled) {
    void window.showInformationMessage(
      l10n.t(
        "Save the report before you insert files: they are stored beside it, and links count from there.",
      ),
    );
    return undefined;
  }
  const folder = Uri.joinPath(document.uri, "..", assetFolder(document.uri.path.replace(/^.*\//, "")));
  const files = new WorkspaceEdit();
  const taken = new Set<string>();
  const links: string[] = [];
  for (const file of dropped) {
    const uri = file.kind === "there" ? file.uri : await store(file, folder, files, taken);
    if (uri) links.push(linkTo(document, uri, links.length + 1));
  }
  if (links.length === 0) return undefined;
  const text = new SnippetString(links.join(" "));
  return { text, files, title: l10n.t("Insert link to file") };
}

/** Adds the making of a file under a free name; undefined where it is too large to be stored. */
async function store(
  file: Dropped & { kind: "new" },
  folder: Uri,
  files: WorkspaceEdit,
  taken: Set<string>,
): Promise<Uri | undefined> {
  const contents = await file.read();
  if (contents.byteLength > LARGEST_FILE) {
    void window.showWarningMessage(l10n.t("The file is too large to be stored beside the report."));
    return undefined;
  }
  for (let n = 1; ; n++) {
    const uri = Uri.joinPath(folder, numbered(file.name, n));
    if (taken.has(uri.path.toLowerCase()) || (await exists(uri))) continue;
    taken.add(uri.path.toLowerCase());
    // Should somebody make the file in this moment, the edit fails and nothing is lost.
    files.createFile(uri, { contents, overwrite: false, ignoreIfExists: false });
    return uri;
  }
}

/** The files that the data names. Those outside the workspace are stored: a path through somebody's disk helps no reader. */
async function listedFiles(document: TextDocument, data: DataTransfer): Promise<Dropped[]> {
  const list = (await data.get(URI_LIST)?.asString()) ?? "";
  const uris = list
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => Uri.parse(line))
    .filter(({ scheme }) => scheme === document.uri.scheme || (document.isUntitled && scheme === "file"));
  return uris.map((uri): Dropped => {
    if (workspace.getWorkspaceFolder(uri)) return { kind: "there", uri };
    const name = assetName(uri.path.replace(/^.*\//, ""));
    return { kind: "new", name, read: () => workspace.fs.readFile(uri) };
  });
}

/** The images that the data holds itself, as a clipboard does. */
function handedOver(data: DataTransfer): Dropped[] {
  const found: Dropped[] = [];
  for (const [type, item] of data) {
    const file = IMAGE_TYPES.includes(type) ? item.asFile() : undefined;
    if (file)
      found.push({ kind: "new", name: assetName(file.name || "image", type), read: () => file.data() });
  }
  return found;
}

/** The snippet of a link; `stop` is the number of its place to type in. */
function linkTo(document: TextDocument, uri: Uri, stop: number): string {
  const target = snippetText(pathTarget(relativePath(document.uri.path, uri.path)));
  const name = uri.path.replace(/^.*\//, "");
  if (isImage(name)) return `![\${${stop}:${snippetText(l10n.t("what the picture shows"))}}](${target})`;
  return `[\${${stop}:${snippetText(name.replace(/[[\]\\]/g, ""))}}](${target})`;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
