import { deepEqual, equal, ok } from "node:assert/strict";
import type * as vscode from "vscode";
import { closeAll, files, open, symbols, until, write } from "./workspace.js";

const report = `---
type: trip-report
title: A Day Out
event: Day Out
dates: 2024-05-01
---

# A Day Out

## Opening Keynote (Ada Brook)

Old programs are read more often than they are run.

## Breakout Sessions

### Parsing by Hand (Bo Lind)

One.
Two.

### Trees of Text (Cy Marsh)

Three.

## Action items

- [ ] Write it down
`;

/** Every heading below the title, with the headings below it. */
const nesting = [
  ["Opening Keynote", []],
  ["Breakout Sessions", ["Parsing by Hand", "Trees of Text"]],
  ["Action items", []],
] as const;

/** Waits for a document's symbols. */
const outlineOf = (document: vscode.TextDocument) =>
  until("symbols", async () => {
    const all = await symbols(document);
    return all.length > 0 && all;
  });

describe("outline", () => {
  afterEach(closeAll);

  it("nests the sections", async () => {
    const found = await outlineOf((await write(report)).document);
    equal(found.length, nesting.length);
    for (const [at, [name, children]] of nesting.entries()) {
      ok(found[at]!.name.includes(name), found[at]!.name);
      deepEqual(
        found[at]!.children.map((child, place) => child.name.includes(children[place] ?? "no such")),
        children.map(() => true),
      );
    }
  });

  it("gives each section's whole body as its range and its heading to select", async () => {
    const { document } = await write(report);
    const lines = report.split("\n");
    const all = flat(await outlineOf(document));
    const bodies = [
      ["## Opening Keynote (Ada Brook)", "Old programs are read more often than they are run."],
      ["## Breakout Sessions", "Three."],
      ["### Parsing by Hand (Bo Lind)", "Two."],
      ["### Trees of Text (Cy Marsh)", "Three."],
      ["## Action items", "- [ ] Write it down"],
    ] as const;
    deepEqual(
      all.map(({ range, selectionRange }) => [
        lines[selectionRange.start.line],
        selectionRange.isSingleLine,
        range.start.isEqual(selectionRange.start),
        lines[range.end.line],
      ]),
      bodies.map(([heading, last]) => [heading, true, true, last]),
    );
    for (const { range, children } of all)
      for (const child of children) ok(range.contains(child.range), child.name);
  });

  it("has each heading once: in a report by its name", async () => {
    await eachOnce((await open(files.report)).document);
  });

  it("has each heading once: in Markdown that became a report", async () => {
    const { document } = await open(files.frontMatter);
    await until("a report", () => document.languageId === "trip-report");
    await eachOnce(document);
  });

  it("follows what is typed", async () => {
    const editor = await write(report);
    await outlineOf(editor.document);
    await editor.edit((edit) =>
      edit.insert(editor.document.positionAt(report.length), "\n## Hallway track\n\nCoffee.\n"),
    );
    const all = await outlineOf(editor.document);
    ok(all.at(-1)!.name.includes("Hallway track"), all.at(-1)!.name);
  });
});

/** Checks that a document's outline has one symbol a heading below the title: a second provider would double them. */
async function eachOnce(document: vscode.TextDocument) {
  const headings = document
    .getText()
    .split("\n")
    .filter((line) => /^##+ /.test(line));
  const all = flat(await outlineOf(document));
  deepEqual(
    all.map(({ selectionRange }) => document.lineAt(selectionRange.start.line).text),
    headings,
  );
}

/** A symbol tree in the order of its places. */
function flat(all: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return all.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
