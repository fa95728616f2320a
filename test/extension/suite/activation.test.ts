import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  extension,
  files,
  finding,
  findings,
  newServer,
  open,
  servers,
  symbols,
  until,
  write,
} from "./workspace.js";

/** Waits until the editor takes a document for a report. */
const becomesReport = (document: vscode.TextDocument) =>
  until(`${document.uri.path} to be a report`, () => document.languageId === "trip-report");

// The first file to run: the window has seen no report yet.
describe("activation", () => {
  afterEach(closeAll);

  it("leaves a plain README.md to Markdown and starts no server for it", async () => {
    const { document } = await open(files.readme);
    // Markdown files are looked at for front matter, so the extension itself wakes.
    await until("the extension's activation", () => extension.isActive);
    await symbols(document);
    equal(document.languageId, "markdown");
    deepEqual(findings(document), []);
    deepEqual(servers(), []);
  });

  it("leaves Markdown with front matter of another type alone", async () => {
    const { document } = await write("---\ntype: note\n---\n\n# A\n\n<Redacted comments>\n", "note.md");
    await symbols(document);
    equal(document.languageId, "markdown");
    deepEqual(findings(document), []);
    deepEqual(servers(), []);
  });

  it("starts one server when a report opens", async () => {
    const { document } = await open(files.report);
    equal(document.languageId, "trip-report");
    await newServer();
    await finding(document, "invisible-redacted-marker");
  });

  it("has the one server for further reports", async () => {
    await open(files.report);
    const server = await newServer();
    const { document } = await write("## A\n\n<Redacted comments>\n");
    await finding(document, "invisible-redacted-marker");
    deepEqual(servers(), [server]);
  });

  it("takes .tripreport.md for a report", async () => {
    const { document } = await write("## A\n", "a.tripreport.md");
    equal(document.languageId, "trip-report");
  });

  it("switches Markdown whose front matter says `type: trip-report`", async () => {
    const { document } = await open(files.frontMatter);
    await becomesReport(document);
    await until("symbols", async () => (await symbols(document)).length > 0);
  });

  it("does not overrule who switches such a file back to Markdown", async () => {
    const { document } = await write("---\ntype: trip-report\n---\n\n## A\n", "declined.md");
    await becomesReport(document);
    await vscode.languages.setTextDocumentLanguage(document, "markdown");
    await symbols(document);
    equal(document.languageId, "markdown");
  });

  it("takes a report in a folder with spaces and non-ASCII letters", async () => {
    const { document } = await open(files.nonAscii);
    equal(document.languageId, "trip-report");
    const found = await until("symbols", async () => {
      const all = await symbols(document);
      return all.length > 0 && all;
    });
    ok(
      found.some(({ name }) => name.includes("Würfel und Wörter")),
      found.map(({ name }) => name).join(),
    );
    await finding(document, "invisible-redacted-marker");
  });

  it("looks after a report that has no file yet", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "trip-report",
      content: "# A Day Out\n\n## Opening Keynote (Ada Brook)\n\n<Redacted comments>\n",
    });
    await vscode.window.showTextDocument(document);
    ok(document.isUntitled);
    await finding(document, "invisible-redacted-marker");
    equal((await symbols(document)).length, 1);
  });

  it("treats raw notes in a text file as a report on command", async () => {
    const { document } = await open(files.rawNotes);
    equal(document.languageId, "plaintext");
    await vscode.commands.executeCommand("tripReport.treatAsReport");
    equal(document.languageId, "trip-report");
    await finding(document, "unclosed-internal-comment");
    const names = (await symbols(document)).map(({ name }) => name);
    ok(
      names.some((name) => name.includes("Opening Keynote")),
      `headings without marks are sections: ${names}`,
    );
  });
});
