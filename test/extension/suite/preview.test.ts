import { doesNotMatch, equal, match } from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, extension, files, open, until, uri, write } from "./workspace.js";

const report = `# A Day Out

## Opening Keynote (Ada Brook)

They said [internal company: it is late] so.

:::internal
We *fell* asleep.
:::

<Redacted comments>
`;

/** A document as the built-in preview renders it. */
const html = async (document: vscode.TextDocument): Promise<string> =>
  (await vscode.commands.executeCommand<string | undefined>("markdown.api.render", document)) ?? "";

/** The tabs that show a preview. */
const previews = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes("markdown"));

describe("the Markdown preview", () => {
  before(() => extension.activate());
  afterEach(closeAll);

  it("tints internal comments by audience, covers markers and tells kinds", async () => {
    const { document } = await write(report);
    const shown = await until("the settings", async () => {
      const rendered = await html(document);
      return rendered.includes("trip-report-internal") && rendered;
    });
    match(shown, /<span class="trip-report-internal trip-report-middle"[^>]*> ?it is late<\/span>/);
    match(
      shown,
      /<div class="trip-report-internal trip-report-narrowest"[^>]*>\s*<p[^>]*>We <em>fell<\/em> asleep/,
    );
    match(shown, /<span class="trip-report-redacted"[^>]*>Redacted comments<\/span>/);
    match(shown, /<span class="trip-report-kind">keynote<\/span>/);
    match(shown, /<p [^>]*data-line="7"/);
  });

  it("follows the team's words and audiences", async () => {
    const config = uri("secrets/.tripreport.yaml");
    const yaml = "audiences: [board, staff, all]\ninternal: { words: [hush] }\n";
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode(yaml));
    const file = uri("secrets/board.trip.md");
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode("# R\n\na [hush staff: b] c\n"));
    const { document } = await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand("tripReport.openPreviewToSide");
    await until("the team's audience", async () => (await html(document)).includes("Internal · staff"));
  });

  it("leaves other Markdown files alone", async () => {
    const { document } = await open(files.readme);
    const text = document.getText();
    doesNotMatch(await html(document), /trip-report-/);
    equal(document.getText(), text);
  });

  it("opens by the command, beside the report and in its place", async () => {
    const { document } = await write(report);
    await vscode.commands.executeCommand("tripReport.openPreviewToSide");
    await until("a preview", () => previews().length === 1);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand("tripReport.openPreview");
    await until("a preview in its place", () => {
      const { activeTab, viewColumn } = vscode.window.tabGroups.activeTabGroup;
      return viewColumn === vscode.ViewColumn.One && activeTab?.input instanceof vscode.TabInputWebview;
    });
  });
});

describe("the built-in editor for rendered Markdown", () => {
  afterEach(closeAll);

  it("opens a report and leaves its text as it is", async function () {
    const { document } = await write(report);
    const manifest: unknown = vscode.extensions.getExtension(
      "vscode.markdown-language-features",
    )?.packageJSON;
    const known = JSON.stringify(manifest ?? "").includes('"vscode.markdown.editor"');
    if (!known) this.skip();
    await vscode.commands.executeCommand("vscode.openWith", document.uri, "vscode.markdown.editor");
    await until(
      "the editor",
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom,
    );
    const after = await vscode.workspace.openTextDocument(document.uri);
    equal(after.getText(), report);
    equal(after.isDirty, false);
  });
});
