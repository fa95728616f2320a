import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import types from "../node_modules/@types/vscode/package.json" with { type: "json" };
import client from "../node_modules/vscode-languageclient/package.json" with { type: "json" };
import manifest from "../package.json" with { type: "json" };
import { type Built, buildAll } from "../scripts/build.mjs";
import suspects from "../server/src/report/suspects.json" with { type: "json" };
import table from "../server/src/report/suspects-table.json" with { type: "json" };

/** What the server loads before the first request. */
const SERVER = [
  "server.js",
  "server.js → main",
  "server.js → main → services",
  "server.js → main → node",
  "server.js → main → node-cards",
];

/** Bytes, minified, of a program and of all that it loads at its start. One is raised with a written reason only. */
const LIMITS = [
  // What every window with a Markdown file loads.
  ["the client", ["client.js"], 100_000],
  // With the library for language clients, 430 KB, which is loaded with the first report: the library and a tenth.
  ["the client with its library", ["client.js", "language-client"], 540_000],
  // What answers the first message: the library for the protocol and a twentieth.
  ["the server's first answer", ["server.js", "server.js → main"], 215_000],
  ["the server", SERVER, 875_000],
  ["the command line", ["cli.js", "cli.js → main"], 700_000],
  ["the preview", ["preview.js"], 480_000],
] as const;

let folder: string;
let built: Map<string, Built>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "trip-report-sizes-"));
  built = await buildAll({ folder, production: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file that is meant: by its name, by the beginning of its name, or as what another one loads. */
function fileOf(name: string): string {
  const arrow = name.lastIndexOf(" → ");
  if (arrow >= 0) {
    const before = loaded([name.slice(0, arrow)]).flatMap(({ loads }) => loads);
    return before.find((file) => file.startsWith(`${name.slice(arrow + 3)}-`))!;
  }
  return built.has(name) ? name : [...built.keys()].find((file) => file.startsWith(`${name}-`))!;
}

/** The files with all that they need. */
function loaded(names: readonly string[]): Built[] {
  const files = new Set(names.map(fileOf));
  for (const file of files) for (const needed of built.get(file)!.needs) files.add(needed);
  return [...files].map((file) => built.get(file)!);
}

describe("what is loaded at the start stays small", () => {
  it.each(LIMITS)("%s", (_, names, limit) => {
    const bytes = loaded(names).reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeGreaterThan(limit / 2);
    expect(bytes).toBeLessThanOrEqual(limit);
  });

  it("has nothing that the server needs for some requests only", () => {
    const sources = loaded(SERVER).flatMap((file) => Object.keys(file.sources));
    expect(sources).toContain("server/src/lsp/features/completion.ts");
    const later =
      /\/features\/(?:completion\/complete|refactor\/index|marking\/mark-internal)\.ts$|\/agenda\/|\/drafts\//;
    expect(sources.filter((source) => later.test(source))).toEqual([]);
  });

  it("has no examples, which our tables hold for their tests", () => {
    const [{ catches }] = suspects.signals as [(typeof suspects.signals)[number]];
    expect(catches).not.toEqual([]);
    const texts = [...built.keys()].map((file) => readFileSync(join(folder, file), "utf8"));
    const of = (words: string) => texts.filter((text) => text.includes(words)).length;
    expect(of(table.signals[0]!.patterns[0]!)).toBeGreaterThan(1);
    expect(catches.map(of)).toEqual(catches.map(() => 0));
  });

  it("evaluates no front matter: the engines for it are in no bundle", () => {
    const engines = [...built.values()].flatMap(({ sources }) =>
      Object.keys(sources).filter((source) => /\/(?:js-yaml|esprima)\//.test(source)),
    );
    expect(engines).toEqual([]);
    for (const file of built.keys())
      expect([file, /stringifying JavaScript/.test(readFileSync(join(folder, file), "utf8"))]).toEqual([
        file,
        false,
      ]);
  });
});

describe("the oldest editor", () => {
  it("is the oldest that the library for language clients runs in", () =>
    expect(manifest.engines.vscode).toBe(client.engines.vscode));

  it("is the one whose types are used", () => {
    const minor = (version: string) => Number(/^\^?1\.(\d+)\./.exec(version)?.[1]);
    expect(minor(types.version)).toBeLessThanOrEqual(minor(manifest.engines.vscode));
  });
});
