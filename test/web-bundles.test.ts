import { isBuiltin } from "node:module";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { buildWeb } from "../scripts/build-web.mjs";
import { type Answers, WorkerServer } from "./support/worker-server.js";

const ROOT = "memfs:/trips";

/** A workspace on no disk. */
const FILES: Readonly<Record<string, string>> = {
  [`${ROOT}/a.trip.md`]: `---
type: trip-report
title: Harbour Days
event: Harbour Days
dates: 2024-05-14
---

# Harbour Days

## Summary

Short. See [the other one](b.trip.md#second-day).

## Opening Keynote (Ada Brook)

[internal: she asked for a quote]
`,
  [`${ROOT}/b.trip.md`]: "# Second Day\n\n## Panel: Queues (Bo Lind)\n\nx\n",
  [`${ROOT}/.tripreport.json`]: '{ "audiences": ["crew", "public"], "templates": "forms" }',
  [`${ROOT}/forms/visit.md`]: "---\ntype: trip-report\ntitle: A visit\n---\n\n# A visit\n",
};

const asks: Answers = {
  "tripReport/files/read": ({ uri }: { uri: string }) =>
    FILES[uri] === undefined ? null : Buffer.from(FILES[uri]).toString("base64"),
  "tripReport/files/stat": ({ uri }: { uri: string }) =>
    FILES[uri] === undefined ? null : { kind: "file", size: FILES[uri].length, mtime: 1 },
  "tripReport/files/folder": ({ uri }: { uri: string }) =>
    Object.keys(FILES)
      .filter((file) => file.slice(0, file.lastIndexOf("/")) === uri)
      .map((file) => [file.slice(uri.length + 1), "file"]),
  "tripReport/files/find": ({ folder, extensions }: { folder: string; extensions: string[] }) =>
    Object.keys(FILES)
      .filter((uri) => uri.startsWith(`${folder}/`) && extensions.some((end) => uri.endsWith(`.${end}`)))
      .map((uri) => ({ uri, size: FILES[uri]!.length, mtime: 1 })),
};

let built: Awaited<ReturnType<typeof buildWeb>>;
let bundle: string;
beforeAll(async () => {
  built = await buildWeb({ write: false });
  bundle = built
    .flatMap(({ outputFiles }) => outputFiles!)
    .find(({ path }) => /server\.js$/.test(path))!.text;
});

/** A server that has opened a report of the workspace. */
async function opened(name: string, text = FILES[`${ROOT}/${name}`]!) {
  const server = new WorkerServer(bundle, asks);
  await server.request("initialize", {
    processId: null,
    rootUri: ROOT,
    workspaceFolders: [{ uri: ROOT, name: "trips" }],
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: {
      files: true,
      docs: "https://pages.example/rules",
      cacheFolder: "vscode-userdata:/cache",
    },
  });
  server.notify("initialized", {});
  const uri = `${ROOT}/${name}`;
  server.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "trip-report", version: 1, text },
  });
  const textDocument = { uri };
  return { server, textDocument };
}

/** Asks until a report's symbol of that word is known: the first answers come before every report was read. */
async function knows(server: WorkerServer, word: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const symbols = await server.request<{ name: string }[]>("workspace/symbol", { query: word });
      expect(symbols.map(({ name }) => name)).toContainEqual(expect.stringContaining(word));
    },
    { timeout: 60_000 },
  );
}

describe("the bundles for editors in a browser", () => {
  it("need nothing of Node, and of the editor only its interface", () => {
    const outputs = built.flatMap(({ metafile }) => Object.values(metafile.outputs));
    const outside = outputs.flatMap(({ imports }) => imports.filter(({ external }) => external));
    expect([...new Set(outside.map(({ path }) => path))]).toEqual(["vscode"]);
    const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
    expect(inputs.filter((path) => isBuiltin(path))).toEqual([]);
    expect(inputs.filter((path) => /workspace\/node\.ts$|^server\/src\/cli\//.test(path))).toEqual([]);
  });

  it("find what is wrong in a report, with the page that explains it", async () => {
    const { server, textDocument } = await opened(
      "a.trip.md",
      `${FILES[`${ROOT}/a.trip.md`]}\n[intenral: x]\n`,
    );
    const { items } = await server.request<{ items: { code: string; codeDescription?: { href: string } }[] }>(
      "textDocument/diagnostic",
      { textDocument },
    );
    const found = items.find(({ code }) => code === "misspelt-internal-comment");
    expect(found?.codeDescription?.href).toMatch(
      /^https:\/\/pages\.example\/rules\/misspelt-internal-comment/,
    );
  });

  it("take a team's settings and templates from where the report is", async () => {
    const { server, textDocument } = await opened("a.trip.md");
    const copy = await server.request<{ audience: string }>("tripReport/publicCopy", {
      ...textDocument,
      format: "html",
    });
    expect(copy).toMatchObject({ kind: "published", audiences: ["crew", "public"], redacted: 1 });
    const templates = await server.request<{ name: string }[]>("tripReport/templates", { folder: ROOT });
    expect(templates[0]?.name).toBe("visit");
  });

  it("follow links to other files and know the reports that nobody has open", async () => {
    const { server, textDocument } = await opened("a.trip.md");
    const position = { line: 11, character: 40 };
    const found = await server.request<object[]>("textDocument/definition", { textDocument, position });
    expect([found].flat()).toMatchObject([{ uri: `${ROOT}/b.trip.md` }]);
    await knows(server, "Queues");
  });

  it("hold what their libraries need of the tables that HTML has for characters", async () => {
    const text = '# A\n\n<img src="b.trip.md">\n\nSee <a href="b.trip.md">x</a> &eacute;.\n';
    const { server, textDocument } = await opened("a.trip.md", text);
    const links = await server.request<{ target?: string }[]>("textDocument/documentLink", { textDocument });
    expect(links).toHaveLength(2);
    const copy = await server.request("tripReport/publicCopy", { ...textDocument, format: "html" });
    expect(copy).toMatchObject({ kind: "published", text: expect.stringContaining("é.") });
    const content =
      "<schedule><conference><title>C</title></conference><day date='2024-05-14'><room name='Hall'><event id='1'>" +
      "<date>2024-05-14T09:00:00+02:00</date><title>Ropes &amp; Knots</title></event></room></day></schedule>";
    const agenda = await server.request("tripReport/readAgenda", { content, fileName: "schedule.xml" });
    expect(agenda).toMatchObject({ kind: "agenda", sessions: [{ title: "Ropes & Knots" }] });
  });

  it("keep what they know of the reports with the editor, without what is private", async () => {
    const { server } = await opened("b.trip.md");
    await knows(server, "Keynote");
    await server.request("shutdown", {});
    const kept = server.asked.findLast(({ method }) => method === "tripReport/files/cache");
    expect(kept?.params).toMatchObject({ name: expect.stringMatching(/^index-\w+\.jsonl$/) });
    const { text } = kept!.params as { readonly text: string };
    expect(text).toContain("Ada Brook");
    expect(text).not.toContain("she asked");
  });

  it("read agendas and find credentials", async () => {
    const key = ["AKIA", "IOSFODNN7ABCDEFG"].join("");
    const secret = ["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYabcdefghij"].join("/");
    const { server, textDocument } = await opened(
      "a.trip.md",
      `${FILES[`${ROOT}/a.trip.md`]}\nAWS_ACCESS_KEY_ID=${key}\nAWS_SECRET_ACCESS_KEY=${secret}\n`,
    );
    const { items } = await server.request<{ items: { code: string }[] }>("textDocument/diagnostic", {
      textDocument,
    });
    expect(items.map(({ code }) => code)).toContain("credential");
    const content = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:x",
      "BEGIN:VEVENT",
      "UID:1",
      "DTSTAMP:20240514T080000Z",
      "DTSTART:20240514T080000Z",
      "DTEND:20240514T090000Z",
      "SUMMARY:Opening",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ].join("\r\n");
    const agenda = await server.request("tripReport/readAgenda", { content, fileName: "a.ics" });
    expect(agenda).toMatchObject({ kind: "agenda", sessions: [{ title: "Opening" }] });
  });
});
