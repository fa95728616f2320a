import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem, DocumentHighlight, Location, WorkspaceEdit } from "vscode-languageserver";
import { alone, LINK_FILES, LinkServer } from "../support/link-server.js";

/** One server for all questions that change nothing on disk. */
const server = new LinkServer(LINK_FILES);
beforeAll(() => server.start());
afterAll(() => server.stop());

/** Opens a report as `notes/a.trip.md` and asks one question about the cursor in it. */
async function ask<T>(report: string, method: string, more: object = {}): Promise<T> {
  const at = await server.open("notes/a.trip.md", report);
  return server.request<T>(method, { ...at, ...more });
}

describe("going to a definition", () => {
  /** Checks where a click leads: the places in each file as `«…»`. */
  async function checkDefinition(report: string, expected: Record<string, string>): Promise<void> {
    const found = (await ask<Location[] | Location | null>(report, "textDocument/definition")) ?? [];
    expect(server.show([found].flat())).toEqual(expected);
  }

  it("finds a heading of this report", () =>
    checkDefinition("[a](#b$0)\n\n## B {.keynote}\n", {
      "notes/a.trip.md": "[a](#b)\n\n«## B {.keynote}»\n",
    }));

  it("finds a heading of another file", () =>
    checkDefinition("[a](other.md#all-$0talks)\n", {
      "notes/other.md": LINK_FILES["notes/other.md"].replace("## All talks", "«## All talks»"),
    }));

  it("finds a heading in the other folder", () =>
    checkDefinition("[a](../slides/index.md#%C3%BCber-$0uns)\n", {
      "slides/index.md": "# Slides\n\n«## Über uns»\n",
    }));

  it("finds a link definition", () =>
    checkDefinition("[a][b$0]\n\n[b]: other.md\n", { "notes/a.trip.md": "[a][b]\n\n«[b]: other.md»\n" }));

  it("finds a file", () =>
    checkDefinition("[a\nb](oth$0er.md)\n", { "notes/other.md": `«»${LINK_FILES["notes/other.md"]}` }));

  it("finds nothing where there is nothing", async () => {
    await checkDefinition("[a](#none$0) [b](none.md) c\n", {});
  });
});

describe("references", () => {
  /** Checks every place that leads to what the cursor is on. */
  async function checkReferences(report: string, expected: Record<string, string>): Promise<void> {
    const context = { includeDeclaration: true };
    expect(server.show(await ask<Location[]>(report, "textDocument/references", { context }))).toEqual(
      expected,
    );
  }

  it("to a heading come from every file", () =>
    checkReferences("[x\ny](#opening-talk)\n\n## Opening$0 talk {.keynote}\n", {
      "notes/a.trip.md": "[x\ny](«#opening-talk»)\n\n«## Opening talk {.keynote}»\n",
      "notes/deep/My notes.md": "# My notes\n\n[up](«../a.trip.md#opening-talk»)\n\n[x]: <../a.trip.md>\n",
      "notes/other.md":
        "# Other\n\n## All talks\n\nSee [here](«a.trip.md#opening-talk») and [b](a.trip.md).\n",
    }));

  it("to a link definition stay in the report", () =>
    checkReferences("[a][x$0] [x]\n\n[x]: other.md\n", {
      "notes/a.trip.md": "[a][«x»] [«x»]\n\n[x]: «other.md»\n",
    }));

  it("to a file come from every file", () =>
    checkReferences("[a](oth$0er.md) [b](other.md#all-talks)\n", {
      "notes/a.trip.md": "[a](«other.md») [b](«other.md»#all-talks)\n",
    }));

  it("follow files that changed on disk", () =>
    alone(async (own) => {
      await own.start();
      const at = await own.open("notes/a.trip.md", "# A\n\n## New$0 talk\n");
      const params = { ...at, context: { includeDeclaration: false } };
      expect(await own.request("textDocument/references", params)).toEqual([]);
      own.write("notes/other.md", "Now [a](a.trip.md#new-talk), and longer than it was.\n");
      expect(own.show(await own.request<Location[]>("textDocument/references", params))).toEqual({
        "notes/other.md": "Now [a](«a.trip.md#new-talk»), and longer than it was.\n",
      });
    }));
});

describe("highlights", () => {
  async function checkHighlights(report: string, expected: string): Promise<void> {
    const found = await ask<DocumentHighlight[]>(report, "textDocument/documentHighlight");
    const uri = server.uri("notes/a.trip.md");
    expect(server.show(found.map(({ range }) => ({ uri, range })))).toEqual({ "notes/a.trip.md": expected });
  }

  it("mark a heading and the links to it", () =>
    checkHighlights("[a](#b) [c](#d)\n\n## B$0\n", "[a](«#b») [c](#d)\n\n«## B»\n"));
  it("mark a link definition and its uses", () =>
    checkHighlights("[a][b$0] [c\nd][b]\n\n[b]: e.md\n", "[a][«b»] [c\nd][«b»]\n\n[«b»]: e.md\n"));
  it("mark a file", () => checkHighlights("[a](b$0.md) [c](b.md#d)\n", "[a](«b.md») [c](«b.md»#d)\n"));
});

describe("renaming", () => {
  /** Checks the files after what the cursor is on was given another name. */
  async function checkRename(
    report: string,
    newName: string,
    expected: Record<string, string>,
  ): Promise<void> {
    const edit = await ask<WorkspaceEdit | null>(report, "textDocument/rename", { newName });
    expect(edit && server.edited(edit)).toEqual(expected);
  }

  it("a heading updates the links to it and leaves its attributes", () =>
    checkRename("[x\ny](#opening-talk)\n\n## Opening$0 talk {.keynote}\n", "Closing words", {
      "notes/a.trip.md": "[x\ny](#closing-words)\n\n## Closing words {.keynote}\n",
      "notes/deep/My notes.md": "# My notes\n\n[up](../a.trip.md#closing-words)\n\n[x]: <../a.trip.md>\n",
      "notes/other.md":
        "# Other\n\n## All talks\n\nSee [here](a.trip.md#closing-words) and [b](a.trip.md).\n",
    }));

  it("a heading of another file begins at the link", () =>
    checkRename("[a](other.md#all-t$0alks)\n", "Every talk", {
      "notes/a.trip.md": "[a](other.md#every-talk)\n",
      "notes/other.md": LINK_FILES["notes/other.md"].replace("All talks", "Every talk"),
    }));

  it("a heading's own name changes there and in the links", () =>
    checkRename("[a](#tal$0ks) [b](#all-of-it)\n\n## All of it {#talks .group}\n", "the talks", {
      "notes/a.trip.md": "[a](#the-talks) [b](#all-of-it)\n\n## All of it {#the-talks .group}\n",
    }));

  it("a link definition changes its uses", () =>
    checkRename("[a][b$0] [b]\n\n[b]: c.md\n", "d", { "notes/a.trip.md": "[a][d] [d]\n\n[d]: c.md\n" }));

  it("a linked file moves it and changes the links", () =>
    checkRename("[a](oth$0er.md#all-talks)\n", "deep/more.md", {
      "notes/a.trip.md": "[a](deep/more.md#all-talks)\n",
      "notes/other.md": "-> notes/deep/more.md",
    }));

  it("moves no file out of the workspace", async () => {
    expect(await ask("[a](oth$0er.md)\n", "textDocument/rename", { newName: "../../more.md" })).toBeNull();
  });

  it("is offered on the words of a heading without its attributes", async () => {
    const at = { uri: server.uri("notes/a.trip.md") };
    const found = await ask<{ range: Location["range"]; placeholder: string }>(
      "## Opening$0 talk {.keynote}\n",
      "textDocument/prepareRename",
    );
    expect(found.placeholder).toBe("Opening talk");
    expect(Object.values(server.show([{ ...at, range: found.range }]))).toEqual([
      "## «Opening talk» {.keynote}\n",
    ]);
  });

  it("is not offered elsewhere", async () => {
    expect(await ask("Only $0words\n", "textDocument/prepareRename")).toBeNull();
  });
});

describe("completion", () => {
  /** The items about links, and the report once each is taken. */
  async function taken(report: string): Promise<Record<string, string>> {
    const { items } = await ask<{ items: CompletionItem[] }>(report, "textDocument/completion");
    const uri = server.uri("notes/a.trip.md");
    return Object.fromEntries(
      items.flatMap(({ label, textEdit }) => {
        if (!textEdit || !("insert" in textEdit)) return [];
        const edit = { range: textEdit.replace, newText: textEdit.newText };
        return [[label, server.edited({ changes: { [uri]: [edit] } })["notes/a.trip.md"]!]];
      }),
    );
  }

  it("offers the files of a folder", async () => {
    expect(await taken("[a](deep/$0)\n")).toEqual({ "My notes.md": "[a](deep/My%20notes.md)\n" });
    expect(await taken("[a\nb](<deep/M$0>)\n")).toEqual({ "My notes.md": "[a\nb](<deep/My notes.md>)\n" });
  });

  it("offers the headings of this report, as the published page names them", async () => {
    expect(await taken("[a](#$0)\n\n## Größe (Ada Brook) {.keynote}\n\n## B {#c}\n")).toEqual({
      "#größe-ada-brook": "[a](#größe-ada-brook)\n\n## Größe (Ada Brook) {.keynote}\n\n## B {#c}\n",
      "#b": "[a](#b)\n\n## Größe (Ada Brook) {.keynote}\n\n## B {#c}\n",
      "#c": "[a](#c)\n\n## Größe (Ada Brook) {.keynote}\n\n## B {#c}\n",
    });
  });

  it("offers the headings of another file", async () => {
    expect(await taken("[a](other.md#$0)\n")).toMatchObject({ "#all-talks": "[a](other.md#all-talks)\n" });
  });

  it("offers link definitions", async () => {
    expect(await taken("[a][$0]\n\n[notes]: b.md\n")).toEqual({ notes: "[a][notes]\n\n[notes]: b.md\n" });
  });

  it("offers nothing of what is outside the workspace", async () => {
    expect(await taken("[a](../../$0)\n")).toEqual({});
  });

  it("offers nothing where no link is", async () => {
    expect(await taken("other$0\n")).toEqual({});
  });
});

describe("renaming files", () => {
  /** The files after one file or folder is moved, a report being open that nobody saved. */
  async function moved(from: string, to: string, report: string, of: LinkServer = server) {
    await of.open("notes/a.trip.md", report);
    const files = [{ oldUri: of.uri(from), newUri: of.uri(to) }];
    const edit = await of.request<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
    return edit && of.edited(edit);
  }

  it("updates the links to a report in closed files", async () => {
    expect(await moved("notes/a.trip.md", "notes/2024/b c.trip.md", "# A\n")).toEqual({
      "notes/other.md":
        "# Other\n\n## All talks\n\nSee [here](<2024/b c.trip.md#opening-talk>) and [b](<2024/b c.trip.md>).\n",
      "notes/deep/My notes.md":
        "# My notes\n\n[up](<../2024/b c.trip.md#opening-talk>)\n\n[x]: <../2024/b c.trip.md>\n",
    });
  });

  it("updates the links in the file that moves, at its old place", async () => {
    const report = "[a\nb](other.md) ![i](img.png) [here](#x) [w](https://a.example)\n";
    expect((await moved("notes/a.trip.md", "notes/deep/a.trip.md", report))!["notes/a.trip.md"]).toBe(
      "[a\nb](../other.md) ![i](../img.png) [here](#x) [w](https://a.example)\n",
    );
  });

  it("updates the links into a folder", async () => {
    expect(await moved("notes/deep", "notes/deeper", "[a](deep/My%20notes.md) [b](other.md)\n")).toEqual({
      "notes/a.trip.md": "[a](<deeper/My notes.md>) [b](other.md)\n",
    });
  });

  it("leaves a folder alone whose name only begins the same", async () => {
    expect(await moved("notes/dee", "notes/d", "[a](deep/My%20notes.md)\n")).toBeNull();
  });

  it("updates an image's links", async () => {
    const from = "notes/schöne Bilder/foto 1.png";
    expect(await moved(from, "notes/foto.png", "![a](<schöne Bilder/foto 1.png>)\n")).toEqual({
      "notes/a.trip.md": "![a](foto.png)\n",
    });
  });

  it("answers in the old form where the client knows no other", () =>
    alone(async (own) => {
      await own.start({}, {});
      expect(await moved("notes/other.md", "notes/b.md", "[a](other.md)\n", own)).toEqual({
        "notes/a.trip.md": "[a](b.md)\n",
      });
    }));
});
