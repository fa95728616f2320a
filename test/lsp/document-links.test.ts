import { symlinkSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentLink } from "vscode-languageserver";
import { alone, LINK_FILES, LinkServer } from "../support/link-server.js";

/** One server for all questions that change nothing on disk. */
const server = new LinkServer(LINK_FILES);
beforeAll(() => server.start());
afterAll(() => server.stop());

/** The links of a report: what they are written as, and where they lead, as a path or an address. */
async function linksOf(report: string, of: LinkServer = server): Promise<[string, string | undefined][]> {
  const at = await of.open("notes/a.trip.md", report);
  const links = await of.request<DocumentLink[]>("textDocument/documentLink", at);
  return Promise.all(
    links.map(async (link): Promise<[string, string | undefined]> => {
      const found =
        link.target === undefined ? await of.request<DocumentLink>("documentLink/resolve", link) : link;
      const [shown] = Object.values(of.show([{ ...at.textDocument, range: link.range }]));
      return [/«(.*)»/s.exec(shown!)![1]!, found.target && of.path(found.target)];
    }),
  );
}

describe("document links", () => {
  const cases: [name: string, report: string, written: string, target: string][] = [
    ["to a file", "[a](other.md)", "other.md", "notes/other.md"],
    ["to a heading of a file", "[a](other.md#all-talks)", "other.md#all-talks", "notes/other.md#L3,1"],
    ["without the file's extension", "[a](other)", "other", "notes/other.md"],
    ["to a heading here", "# A\n\n[a](#b)\n\n## B\n", "#b", "notes/a.trip.md#L5,1"],
    ["to a heading with attributes", "[a](#b)\n\n## B {.keynote}\n", "#b", "notes/a.trip.md#L3,1"],
    ["to a heading's own name", "[a](#talks)\n\n## B {#talks}\n", "#talks", "notes/a.trip.md#L3,1"],
    ["with spaces", "[a](<deep/My notes.md>)", "deep/My notes.md", "notes/deep/My notes.md"],
    ["percent-encoded", "[a](deep/My%20notes.md)", "deep/My%20notes.md", "notes/deep/My notes.md"],
    [
      "to an image",
      "![a](sch%C3%B6ne%20Bilder/foto%201.png)",
      "sch%C3%B6ne%20Bilder/foto%201.png",
      "notes/schöne Bilder/foto 1.png",
    ],
    ["to a folder", "[a](deep)", "deep", "notes/deep"],
    ["from the folder's top", "[a](/other.md)", "/other.md", "notes/other.md"],
    [
      "into the other folder",
      "[a](../slides/index.md#über-uns)",
      "../slides/index.md#über-uns",
      "slides/index.md#L3,1",
    ],
    ["by definition", "[a]\n\n[a]: other.md\n", "a", "notes/a.trip.md#L3,6"],
    [
      "to an address",
      "[a](https://a.example/b%20c?d=%2F#e)",
      "https://a.example/b%20c?d=%2F#e",
      "https://a.example/b%20c?d=%2F#e",
    ],
    ["in angle brackets", "<https://a.example/b>", "https://a.example/b", "https://a.example/b"],
    ["in a comment", "[internal: see [a](other.md)]", "other.md", "notes/other.md"],
    ["in a container", ":::internal\n[a](other.md)\n:::\n", "other.md", "notes/other.md"],
    ["in a footnote", "a[^1]\n\n[^1]: see [a](other.md)\n", "other.md", "notes/other.md"],
    ["whose text goes over lines", "Some\n[a\nb](other.md) c\n", "other.md", "notes/other.md"],
    ["behind one whose text goes over lines", "[a\nb](c.png) [d](#e)\n\n# E\n", "#e", "notes/a.trip.md#L4,1"],
  ];
  for (const [name, report, written, target] of cases)
    it(`lead ${name}`, async () => {
      expect(await linksOf(report)).toContainEqual([written, target]);
    });

  const none = {
    "in code": "`[a](other.md)`\n\n```\n[b](other.md)\n```\n",
    "in front matter": "---\ntitle: '[a](other.md)'\n---\n",
    "that are comments, footnotes or tasks": "[internal: a] b[^1]\n\n- [ ] c\n- [x] d\n\n[^1]: e\n",
    "that would run a command": "[a](command:workbench.action.terminal.new) <command:b> [c](vscode://d/e)",
    "to a file by its whole address": "[a](file:///etc/passwd)",
  };
  for (const [name, report] of Object.entries(none))
    it(`are none ${name}`, async () => {
      expect(await linksOf(report)).toEqual([]);
    });

  it("are none in plain text", async () => {
    const at = await server.open("notes/a.txt", "[a](other.md)");
    expect(await server.request("textDocument/documentLink", at)).toEqual([]);
  });

  it("are given up, not waited for, in a text made to take long", async () => {
    expect(await linksOf("[\n".repeat(100_000))).toEqual([]);
  });
});

describe("links that lead nowhere", () => {
  const report = "# A\n\n[a](none.md) [b](#none) [c](other.md#none) [d][none] [e](other.md#all-talks)\n";

  /** The codes and severities of what is found about links. */
  async function checkLinks(validate: string, text: string, expected: readonly string[]): Promise<void> {
    await alone(async (own) => {
      await own.start({ links: { validate } });
      const at = await own.open("notes/a.trip.md", text);
      const { items } = await own.request<{ items: { code: string; severity: number }[] }>(
        "textDocument/diagnostic",
        at,
      );
      const links = items.filter(({ code }) => code.startsWith("link."));
      expect(links.map(({ code, severity }) => `${code} ${severity}`).sort()).toEqual(expected);
    });
  }

  it("are not looked for unless the user wants it", () => checkLinks("off", report, []));

  it("are warnings where the user wants them", () =>
    checkLinks("warning", report, [
      "link.no-such-file 2",
      "link.no-such-header-in-file 2",
      "link.no-such-header-in-own-file 2",
      "link.no-such-reference 2",
    ]));

  it("are none of a report's own brackets", () => {
    const text = "[internal: a] [redacted] b[^1]\n\n> [!NOTE]\n> c\n\n- [ ] d\n\n[^1]: e\n\n[f](none.md)\n";
    return checkLinks("hint", text, ["link.no-such-file 4"]);
  });
});

describe("the workspace's edge", () => {
  it("is not crossed by a link of the file system", () =>
    alone(async (own) => {
      writeFileSync(own.folder("secret.md"), "# Secret\n\n## Plan\n");
      symlinkSync(own.folder("secret.md"), own.folder("notes/alias.md"));
      await own.start();
      expect(await linksOf("[a](alias.md#plan) [b](../secret.md#plan)\n", own)).toEqual([
        // No line: the heading was not looked up.
        ["alias.md#plan", "notes/alias.md"],
        ["../secret.md#plan", "secret.md"],
      ]);
    }));
});
