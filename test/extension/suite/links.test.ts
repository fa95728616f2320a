import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, placeOf, until, uri, write } from "./workspace.js";

const decoder = new TextDecoder();
const read = async (file: vscode.Uri) => decoder.decode(await vscode.workspace.fs.readFile(file));
const nameOf = ({ path }: vscode.Uri) => path.replace(/^.*\//, "");

/** The links of a document that the extension knows, their targets resolved. */
const linksOf = async ({ uri }: vscode.TextDocument): Promise<vscode.DocumentLink[]> =>
  (await vscode.commands.executeCommand<vscode.DocumentLink[] | undefined>(
    "vscode.executeLinkProvider",
    uri,
    50,
  )) ?? [];

describe("links", () => {
  afterEach(closeAll);

  it("lead to headings of other files", async () => {
    const other = (await write("# Other\n\n## All talks\n", "other.md")).document.uri;
    const { document } = await write(`[talks](${nameOf(other)}#all-talks)\n`);
    const [link] = await until("a link", async () => {
      const links = await linksOf(document);
      return links.some(({ target }) => target?.fragment) && links;
    });
    equal(link?.target?.path, other.path);
    equal(link?.target?.fragment, "L3,1");
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      placeOf(document, "all-talks"),
    );
    deepEqual(
      found.map((place) => ("uri" in place ? place.range.start.line : place.targetRange.start.line)),
      [2],
    );
  });

  it("follow a heading that is renamed", async () => {
    const { document } = await write("[to it](#opening-words)\n\n## Opening words {.keynote}\n");
    const edit = await until("an edit", async () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        placeOf(document, "words {"),
        "Closing remarks",
      ),
    );
    ok(await vscode.workspace.applyEdit(edit));
    equal(document.getText(), "[to it](#closing-remarks)\n\n## Closing remarks {.keynote}\n");
  });

  it("follow a file that moves, in files that nobody has open", async () => {
    const settings = vscode.workspace.getConfiguration("tripReport.links");
    await settings.update("updateOnFileMove", "always", vscode.ConfigurationTarget.Global);
    try {
      const moving = (await write("# Moving\n", "moving.trip.md")).document.uri;
      const closed = uri(`closed-${nameOf(moving)}`);
      await vscode.workspace.fs.writeFile(closed, new TextEncoder().encode(`[a](${nameOf(moving)})\n`));
      // The server is there once it answers.
      await until(
        "the server",
        async () => (await linksOf((await write("[a](#a)\n\n# A\n")).document)).length > 0,
      );
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(moving, uri(`moved/${nameOf(moving)}`));
      ok(await vscode.workspace.applyEdit(edit));
      const document = await vscode.workspace.openTextDocument(closed);
      await until("the new link", () => document.getText() === `[a](moved/${nameOf(moving)})\n`);
      await document.save();
      equal(await read(closed), `[a](moved/${nameOf(moving)})\n`);
    } finally {
      await settings.update("updateOnFileMove", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
