import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { bundledPackages, notices, noticesFile } from "../../scripts/notices.mjs";
import { pack } from "../../scripts/pack.mjs";
import { KNOWN_CODES } from "../../server/src/rules/index.js";
import { ServerProcess } from "../lsp/client.js";
import { copyProject, foldersOf, root } from "./copy.js";
import { filesInZip } from "./zip.js";

const run = promisify(execFile);
const shell = process.platform === "win32";

let scratch: string;
let packed: Awaited<ReturnType<typeof pack>>;
let again: Promise<string>;
let vsix: Map<string, Buffer>;
/** A folder that the npm package, and nothing else, is installed in. */
let installed: string;
const bin = (name: string) => join(installed, "node_modules", ".bin", name);

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "trip-report-packages-"));
  packed = await pack(join(scratch, "first"));
  // While the other tests run, and long; its failure is that of the test that waits for it.
  again = packElsewhere();
  again.catch(() => {});
  vsix = await filesInZip(packed.vsix);
  installed = join(scratch, "installed");
  await mkdir(installed);
  const options = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", installed];
  await run("npm", ["install", packed.tarball, ...options], { cwd: installed, shell });
});
/** Packs a copy of the project as somebody else would, and answers the folder with the packages. */
async function packElsewhere(): Promise<string> {
  const other = join(scratch, "other place");
  const sources = [...packed.built.values()].flatMap((bundle) => Object.keys(bundle.sources));
  await copyProject(other, foldersOf(sources));
  const second = join(scratch, "second");
  const env = { ...process.env, TZ: "Asia/Tokyo", LC_ALL: "C.UTF-8" };
  const code = "process.umask(0o077); (await import(process.argv[1])).pack(process.argv[2]);";
  const script = pathToFileURL(join(other, "scripts", "pack.mjs")).href;
  const args = ["--input-type=module", "--eval", code, script, second];
  await run(process.execPath, args, { cwd: tmpdir(), env });
  return second;
}

afterAll(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));

describe("the notices of other packages", () => {
  /** Licenses that allow bundling; those of the Mozilla Public License name where the unchanged source is. */
  const ALLOWED = [
    "0BSD",
    "Apache-2.0",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MPL-2.0",
  ];

  it("are of what is in the bundles (npm run notices)", async () => {
    const current = notices(bundledPackages(packed.built.values()));
    expect((await readFile(join(root, noticesFile), "utf8")) === current).toBe(true);
  });

  it("are of licenses that allow it", () => {
    const packages = bundledPackages(packed.built.values());
    expect(packages.map(({ name }) => name)).toContain("vscode-languageclient");
    expect(packages.filter(({ license }) => !ALLOWED.includes(license))).toEqual([]);
    expect(packages.filter(({ source }) => !/^https:\/\/[\w.-]+\//.test(source))).toEqual([]);
  });
});

/** What may be in the extension's package. */
const SHIPPED = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  /^extension\/(?:readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.txt|language-configuration\.json)$/,
  /^extension\/package(?:\.nls(?:\.[a-z-]+)?)?\.json$/,
  /^extension\/l10n\/bundle\.l10n(?:\.[a-z-]+)?\.json$/,
  /^extension\/dist\/(?:web\/)?[\w-]+\.js$/,
  /^extension\/docs\/(?:rules\/[\w-]+|walkthrough\/[\w-]+(?:\.nls\.[a-z-]+)?)\.md$/,
  /^extension\/client\/media\/[\w-]+\.(?:css|js|svg|png)$/,
  /^extension\/schemas\/[\w.-]+\.schema\.json$/,
  /^extension\/snippets\/[\w-]+\.json$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
];

describe("the extension's package", () => {
  const shipped = () => JSON.parse(vsix.get("extension/package.json")!.toString());

  it("holds nothing but what it should", () => {
    const others = [...vsix.keys()].filter(
      (name) =>
        !SHIPPED.some((allowed) => (typeof allowed === "string" ? name === allowed : allowed.test(name))),
    );
    expect(others).toEqual([]);
  });

  it("holds every file that its manifest names", () => {
    const named = filesIn(shipped());
    expect(named).toContain("dist/client.js");
    expect(named).toContain("syntaxes/trip-report.tmLanguage.json");
    expect(named.filter((path) => !vsix.has(`extension/${path}`))).toEqual([]);
  });

  it("holds its texts in every language, each rule's page, and the notices", () => {
    const wanted = [
      "package.nls.json",
      "package.nls.de.json",
      "l10n/bundle.l10n.json",
      "l10n/bundle.l10n.de.json",
      noticesFile,
      ...[...KNOWN_CODES].map((code) => `docs/rules/${code}.md`),
    ];
    expect(wanted.filter((path) => !vsix.has(`extension/${path}`))).toEqual([]);
  });

  it("has a manifest without what is ours only, at the same version", () => {
    const { version, engines, ...others } = shipped();
    expect({ version, engines }).toEqual({ version: manifest.version, engines: manifest.engines });
    for (const key of ["scripts", "dependencies", "devDependencies", "private"])
      expect(others).not.toHaveProperty(key);
  });

  it("has bundles without maps, and without a path of the machine that made them", () => {
    for (const [name, content] of vsix) {
      if (!/\/dist\/.*\.js$/.test(name)) continue;
      const text = content.toString();
      expect(text.includes("sourceMappingURL="), name).toBe(false);
      expect(
        [root, scratch, homedir()].filter((path) => path.length > 1 && text.includes(path)),
        name,
      ).toEqual([]);
    }
  });
});

describe("the npm package", () => {
  it("is as registries and package managers want it", async () => {
    const tarball = await readFile(packed.tarball);
    const bytes = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength);
    const { messages } = await publint({ pack: { tarball: bytes as ArrayBuffer }, strict: true });
    expect(messages).toEqual([]);
  });

  it("brings nothing with it, runs nothing and says what it is", async () => {
    const folder = join(installed, "node_modules", "trip-report");
    const found = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    expect((await readdir(join(installed, "node_modules"))).filter((name) => !name.startsWith("."))).toEqual([
      "trip-report",
    ]);
    expect(found).toMatchObject({ version: manifest.version, license: "MIT", engines: { node: ">=20" } });
    expect(found.description).toMatch(/^[^%]{20,}$/);
    for (const key of ["scripts", "dependencies", "devDependencies", "private"])
      expect(found).not.toHaveProperty(key);
    expect((await readdir(folder)).sort()).toEqual(
      ["LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", "dist", "docs", "package.json"].sort(),
    );
  });

  it("has a command line that reads, checks, publishes and makes reports", async () => {
    const cli = (...args: string[]) =>
      run(bin("trip-report"), args, { cwd: installed, shell }).catch((failed: object) => failed);
    await writeFile(join(installed, "a.trip.md"), REPORT);
    await writeFile(join(installed, "plan.ics"), AGENDA);
    expect(await cli("--version")).toMatchObject({ stdout: `${manifest.version}\n` });
    expect(await cli("outline", "a.trip.md")).toMatchObject({
      stdout: expect.stringContaining("Opening Keynote"),
    });
    const checked = await cli("check", "--audience", "public", "a.trip.md");
    expect(checked).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/misspelt-internal[\s\S]*credential/),
    });
    const published = await cli("publish", "a.trip.md", "--to", "html", "--force");
    expect(published).toMatchObject({ stdout: expect.not.stringContaining("she asked") });
    expect(published).toMatchObject({ stdout: expect.stringContaining("<h1") });
    expect(await cli("new", "--from", "plan.ics")).toMatchObject({
      stdout: expect.stringContaining("Boats That Think"),
    });
  });

  it("has a language server that answers as the one in the extension", async () => {
    for (const args of [
      ["trip-report-language-server", "--stdio"],
      ["trip-report", "lsp", "--stdio"],
    ] as const) {
      const [name, ...rest] = args;
      const server = new ServerProcess(rest, bin(name));
      await server.initialize({ textDocument: { diagnostic: {} } }, pathToFileURL(installed).href);
      const uri = pathToFileURL(join(installed, "a.trip.md")).href;
      await server.open(uri, REPORT);
      const textDocument = { uri };
      const { items } = await server.request<{ items: Item[] }>("textDocument/diagnostic", { textDocument });
      expect(items.map(({ code }) => code)).toEqual(
        expect.arrayContaining(["credential", "misspelt-internal-comment"]),
      );
      const page = items.find(({ code }) => code === "credential")!.codeDescription!.href;
      expect(await readFile(new URL(page), "utf8")).toContain("# credential");
      const position = { line: 11, character: 30 };
      const found = await server.request<object[]>("textDocument/definition", { textDocument, position });
      expect([found].flat()).toMatchObject([{ uri }]);
      const agenda = await server.request("tripReport/readAgenda", { content: AGENDA, fileName: "plan.ics" });
      expect(agenda).toMatchObject({ kind: "agenda", sessions: [{ title: "Boats That Think" }] });
      expect(await server.stop()).toBe(0);
    }
  });
});

describe("packing", () => {
  it("gives the same bytes in another folder, for another user, elsewhere in the world", async () => {
    const second = await again;
    const { vsix, tarball, checksums } = packed;
    for (const file of [vsix, tarball, checksums]) {
      const bytes = await readFile(join(second, basename(file)));
      expect(bytes.equals(await readFile(file)), basename(file)).toBe(true);
    }
  });

  it("says what the packages' checksums are", async () => {
    const lines = (await readFile(packed.checksums, "utf8")).trim().split("\n");
    expect(lines.map((line) => line.replace(/^[0-9a-f]{64} {2}/, ""))).toEqual(
      [packed.tarball, packed.vsix].map((file) => basename(file)),
    );
  });
});

interface Item {
  readonly code: string;
  readonly message: string;
  readonly codeDescription?: { readonly href: string };
}

/** Credentials in pieces, so that nobody takes them for leaked ones. */
const REPORT = `---
type: trip-report
title: Harbour Days
event: Harbour Days
dates: 2024-05-14
---

# Harbour Days

## Summary

Short. See [the keynote](#opening-keynote-ada-brook).

## Opening Keynote (Ada Brook)

[internal: she asked for a quote]

[intenral: and for another]

AWS_ACCESS_KEY_ID=${["AKIA", "IOSFODNN7ABCDEFG"].join("")}
AWS_SECRET_ACCESS_KEY=${["wJalrXUtnFEMI/K7MDENG", "bPxRfiCYabcdefghij"].join("/")}
`;

const AGENDA = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:x",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART:20240514T080000Z",
  "DTEND:20240514T090000Z",
  "SUMMARY:Boats That Think",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

/** The files of the extension that a manifest names anywhere, as paths from its folder. */
function filesIn(value: unknown): string[] {
  if (typeof value === "string")
    return /^(?:\.\/)?(?:[\w-]+\/)*[\w-][\w.-]*\.(?:js|json|md|css|svg|png)$/.test(value)
      ? [value.replace(/^\.\//, "")]
      : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(filesIn) : [];
}
