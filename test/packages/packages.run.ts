import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { bundledPackages, notices, noticesFile, shippedFile, shippedList } from "../../scripts/notices.mjs";
import { pack } from "../../scripts/pack.mjs";
import { KNOWN_CODES } from "../../server/src/rules/index.js";
import { ServerProcess } from "../lsp/client.js";
import { copyProject, foldersOf, root } from "./copy.js";
import { AGENDA, REPORT } from "./samples.js";
import { filesInZip } from "./zip.js";

const run = promisify(execFile);
const shell = process.platform === "win32";

let scratch: string;
let packed: Awaited<ReturnType<typeof pack>>;
let again: Promise<string>;
/** The files of both VSIX, by whom they are for. */
const vsix = new Map<Target, Map<string, Buffer>>();
type Target = "universal" | "web";
/** A folder that the npm package, and nothing else, is installed in. */
let installed: string;
const bin = (name: string) => join(installed, "node_modules", ".bin", name);

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "trip-report-packages-"));
  packed = await pack(join(scratch, "first"));
  // While the other tests run, and long; its failure is that of the test that waits for it.
  again = packElsewhere();
  again.catch(() => {});
  vsix.set("universal", await filesInZip(packed.vsix));
  vsix.set("web", await filesInZip(packed.webVsix));
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
  const ALLOWED = "0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause ISC MIT MPL-2.0".split(" ");

  it("are of what is in the bundles (npm run notices)", async () => {
    const packages = bundledPackages(packed.built.values());
    expect((await readFile(join(root, noticesFile), "utf8")) === notices(packages)).toBe(true);
    expect((await readFile(join(root, shippedFile), "utf8")) === shippedList(packages)).toBe(true);
  });

  it("are of licenses that allow it", () => {
    const packages = bundledPackages(packed.built.values());
    expect(packages.map(({ name }) => name)).toContain("vscode-languageclient");
    expect(packages.filter(({ license }) => !ALLOWED.includes(license))).toEqual([]);
    expect(packages.filter(({ source }) => !/^https:\/\/[\w.-]+\//.test(source))).toEqual([]);
  });
});

/** What may be in both of the extension's packages. */
const SHIPPED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(?:readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.txt|language-configuration\.json)$/,
  /^extension\/package(?:\.nls(?:\.[a-z-]+)?)?\.json$/,
  /^extension\/l10n\/bundle\.l10n(?:\.[a-z-]+)?\.json$/,
  /^extension\/docs\/(?:rules\/[\w-]+|walkthrough\/[\w-]+(?:\.nls\.[a-z-]+)?)\.md$/,
  /^extension\/client\/media\/[\w-]+\.(?:css|js|svg|png)$/,
  /^extension\/schemas\/[\w.-]+\.schema\.json$/,
  /^extension\/snippets\/[\w-]+\.json$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
];

/** What is in one of them only: its bundles, and what its manifest starts. */
const TARGETS = [
  { target: "universal", bundles: /^extension\/dist\/[\w.-]+\.js$/, starts: { main: "./dist/client.js" } },
  {
    target: "web",
    bundles: /^extension\/dist\/web\/(?:client|server)\.js$/,
    starts: { browser: "./dist/web/client.js" },
  },
] as const;

describe.each(TARGETS)("the extension's $target package", ({ target, bundles, starts }) => {
  const files = () => vsix.get(target)!;
  const shipped = () => JSON.parse(files().get("extension/package.json")!.toString());

  it("holds nothing but what it should", () => {
    const allowed = [...SHIPPED, bundles];
    const others = [...files().keys()].filter((name) => !allowed.some((pattern) => pattern.test(name)));
    expect(others).toEqual([]);
  });

  it("holds every file that its manifest names", () => {
    const named = filesIn(shipped());
    expect(named).toContain(Object.values(starts)[0]!.slice(2));
    expect(named).toContain("syntaxes/trip-report.tmLanguage.json");
    expect(named.filter((path) => !files().has(`extension/${path}`))).toEqual([]);
  });

  it("is offered to those editors only that it runs in", () => {
    const { main, browser } = shipped();
    expect({ ...(main && { main }), ...(browser && { browser }) }).toEqual(starts);
    const said = files().get("extension.vsixmanifest")!.toString();
    expect(/TargetPlatform="([^"]*)"/.exec(said)?.[1]).toBe(target === "web" ? "web" : undefined);
    expect(said.includes("__web_extension")).toBe(target === "web");
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
    expect(wanted.filter((path) => !files().has(`extension/${path}`))).toEqual([]);
  });

  it("has a manifest without what is ours only, at the same version", () => {
    const { version, engines, ...others } = shipped();
    expect({ version, engines }).toEqual({ version: manifest.version, engines: manifest.engines });
    for (const key of ["scripts", "dependencies", "devDependencies", "allowScripts", "private"])
      expect(others).not.toHaveProperty(key);
  });

  it("has bundles without maps, and without a path of the machine that made them", () => {
    for (const [name, content] of files()) {
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

/** Bytes of a package, which everybody loads who installs it. One is raised with a written reason only. */
const LIMITS = [
  ["vsix", 1_000_000],
  ["webVsix", 1_000_000],
  // Without the client and its library, with the command line.
  ["tarball", 900_000],
] as const;

describe("what is installed stays small", () => {
  it.each(LIMITS)("%s", async (name, limit) => {
    const { size } = await stat(packed[name]);
    expect(size).toBeGreaterThan(limit / 2);
    expect(size).toBeLessThanOrEqual(limit);
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
    for (const key of ["scripts", "dependencies", "devDependencies", "allowScripts", "private"])
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

  it("has a language server that says its messages in the client's language", async () => {
    const said = async (locale: string) => {
      const server = new ServerProcess(["--stdio"], bin("trip-report-language-server"));
      await server.initialize({ textDocument: { diagnostic: {} } }, null, locale);
      const textDocument = { uri: pathToFileURL(join(installed, "a.trip.md")).href };
      await server.open(textDocument.uri, REPORT);
      const { items } = await server.request<{ items: Item[] }>("textDocument/diagnostic", { textDocument });
      expect(await server.stop()).toBe(0);
      return items.find(({ code }) => code === "misspelt-internal-comment")!.message;
    };
    expect(await said("en")).toMatch(/^this looks like a misspelt internal comment/);
    expect(await said("de")).toMatch(/^das sieht nach einem falsch geschriebenen internen Kommentar aus/);
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
    const { vsix, webVsix, tarball, checksums } = packed;
    for (const file of [vsix, webVsix, tarball, checksums]) {
      const bytes = await readFile(join(second, basename(file)));
      expect(bytes.equals(await readFile(file)), basename(file)).toBe(true);
    }
  });

  it("says what the packages' checksums are", async () => {
    const lines = (await readFile(packed.checksums, "utf8")).trim().split("\n");
    expect(lines.map((line) => line.replace(/^[0-9a-f]{64} {2}/, ""))).toEqual(
      [packed.tarball, packed.vsix, packed.webVsix].map((file) => basename(file)),
    );
  });
});

interface Item {
  readonly code: string;
  readonly message: string;
  readonly codeDescription?: { readonly href: string };
}

/** The files of the extension that a manifest names anywhere, as paths from its folder. */
function filesIn(value: unknown): string[] {
  if (typeof value === "string")
    return /^(?:\.\/)?(?:[\w-]+\/)*[\w-][\w.-]*\.(?:js|json|md|css|svg|png)$/.test(value)
      ? [value.replace(/^\.\//, "")]
      : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(filesIn) : [];
}
