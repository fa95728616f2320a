import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.js";

let sandbox: Sandbox;
let folder = "";
beforeEach(() => {
  sandbox = new Sandbox();
  folder = sandbox.folder;
});
afterEach(() => sandbox.remove());

function put(name: string, content: string | Uint8Array): void {
  sandbox.write(name, content);
}

function text(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

function cli(...args: string[]) {
  return sandbox.cli(args);
}

const REPORT = "# A day\n\nIt was good. [internal: their zeppelin leaks]\n";
const COPY = "# A day\n\nIt was good. \\<Redacted comments>\n";

describe("publish", () => {
  it("prints the copy", async () => {
    put("a.trip.md", REPORT);
    expect(await cli("publish", "a.trip.md")).toEqual({ status: 0, out: COPY, err: "" });
    expect(text("a.trip.md")).toBe(REPORT);
  });

  it("writes one file, and replaces its older copy", async () => {
    put("a.trip.md", REPORT);
    put("b.md", "old");
    expect(await cli("publish", "a.trip.md", "-o", "b.md")).toMatchObject({ status: 0, err: "" });
    expect(text("b.md")).toBe(COPY);
    expect(readdirSync(folder).sort()).toEqual(["a.trip.md", "b.md"]);
  });

  it("writes each format under its own name", async () => {
    put("a.trip.md", REPORT);
    put("n.txt", "Notes\n\n• a [internal: b]\n");
    await cli("publish", "a.trip.md", "n.txt", "--to", "html", "--out-dir", "out/web");
    expect(text("out/web/a.html")).toContain('<span class="redacted">&lt;Redacted comments&gt;</span>');
    expect(text("out/web/n.html")).toContain("<li>a <span");
    await cli("publish", "a.trip.md", "n.txt", "--out-dir", "out");
    expect(text("out/a.trip.md")).toBe(COPY);
    expect(text("out/n.txt")).toBe("Notes\n\n• a <Redacted comments>\n");
    await cli("publish", "n.txt", "--to", "md", "--out-dir", "out");
    expect(text("out/n.md")).toBe("Notes\n\n• a \\<Redacted comments>\n");
  });

  it("keeps the encoding of its source", async () => {
    const utf16 = Buffer.from("\ufeffa [internal: some] c\r\n", "utf16le");
    put("a.md", utf16);
    await cli("publish", "a.md", "-o", "b.md");
    expect(readFileSync(join(folder, "b.md"))).toEqual(
      Buffer.from("\ufeffa \\<Redacted comments> c\r\n", "utf16le"),
    );
  });

  it("refuses a malformed comment, tells the place and not the words, and leaves the old copy", async () => {
    put("a.md", "a\n\nb [internal: zeppelin\n");
    put("b.md", "old");
    const { status, out, err } = await cli("publish", "a.md", "-o", "b.md");
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toBe(
      "trip-report: a.md:3:3: not published: an internal comment that never closes (unclosed-internal-comment)\n",
    );
    expect(text("b.md")).toBe("old");
    expect(await cli("publish", "a.md", "--force")).toMatchObject({
      status: 0,
      out: "a\n\nb \\<Redacted comments>\n",
    });
  });

  it("tells what it would redact", async () => {
    put("a.trip.md", REPORT);
    expect(await cli("publish", "a.trip.md", "--dry-run", "-o", "b.md")).toEqual({
      status: 0,
      out: "a.trip.md:3:14: inline, 32 characters redacted\na.trip.md: 1 redacted\n",
      err: "",
    });
    expect(existsSync(join(folder, "b.md"))).toBe(false);
  });

  it("writes hashes and counts without words", async () => {
    put("a.trip.md", REPORT);
    await cli("publish", "a.trip.md", "-o", "b.md", "--manifest");
    const manifest = JSON.parse(text("b.md.manifest.json"));
    expect(manifest).toMatchObject({
      audience: "public",
      format: "md",
      redacted: 1,
      forms: { inline: 1 },
      files: [],
    });
    expect(manifest.copy).toMatch(/^sha256:[\da-f]{64}$/);
    expect(text("b.md.manifest.json")).not.toContain("zeppelin");
  });

  it("takes audience, marker and keys from the configuration", async () => {
    put(".tripreport.yaml", "redacted:\n  marker: '[gone | *ever*]'\npublish:\n  dropKeys: [budget]\n");
    put("a.md", "---\nbudget: 5\ntitle: T\n---\n| a |\n|---|\n| [internal company: b] |\n");
    expect((await cli("publish", "a.md")).out).toBe(
      "---\ntitle: T\n---\n| a |\n|---|\n| \\[gone \\| \\*ever\\*\\] |\n",
    );
    expect((await cli("publish", "a.md", "--to", "html")).out).toContain("[gone | *ever*]");
    expect((await cli("publish", "a.md", "--audience", "company")).out).toContain("[internal company: b]");
    put(".tripreport.yaml", "redacted:\n  marker: '[internal: x]'\n");
    expect(await cli("publish", "a.md")).toMatchObject({ status: 2, out: "" });
  });

  it("does not let the name of a file tell what the report withholds", async () => {
    put("a.trip.md", REPORT);
    expect(await cli("publish", "a.trip.md", "-o", "their-zeppelin-leaks.md")).toMatchObject({
      status: 1,
      out: "",
    });
    expect(readdirSync(folder)).toEqual(["a.trip.md"]);
  });

  it("answers wrong usage with one line and status 2", async () => {
    put("a.md", "a\n");
    put("b/a.md", "b\n");
    for (const args of [
      ["missing.md"],
      ["a.md", "--to", "pdf"],
      ["a.md", "--audience", "nobody"],
      ["a.md", "-o", "x.md", "--out-dir", "y"],
      ["a.md", "b/a.md", "-o", "x.md"],
      ["a.md", "b/a.md", "--out-dir", "y"],
      ["a.md", "--manifest"],
      ["a.md", "--fragment"],
    ]) {
      const { status, out, err } = await cli("publish", ...args);
      expect({ args, status, out }).toEqual({ args, status: 2, out: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
    }
  });
});

describe("what a copy refers to", () => {
  it("goes with it, from the report's folder only", async () => {
    put(
      "r/a.md",
      "![p](img/p.png) [d](d%20e.pdf) [o](../o.pdf) [n](n.md) [i](h.pdf) [internal: ![s](s.png)]\n",
    );
    for (const name of ["r/img/p.png", "r/d e.pdf", "o.pdf", "r/n.md", "r/s.png"]) put(name, name);
    symlinkSync(join(folder, "o.pdf"), join(folder, "r/h.pdf"));
    const { status, err } = await cli("publish", "r/a.md", "--out-dir", "out");
    expect(status).toBe(0);
    expect(readdirSync(join(folder, "out"), { recursive: true }).map(String).sort()).toEqual([
      "a.md",
      "d e.pdf",
      "img",
      "img/p.png",
    ]);
    expect(err).toContain("n.md, which is a text that may hold comments");
    expect(err).toContain("h.pdf, which lies outside the report's folder");
    expect(err).toContain("r/a.md:1: a file that only withheld text refers to is left out");
    expect(err).not.toContain("s.png");
  });
});

describe("a file is written whole or not at all", () => {
  beforeEach(() => put("a.md", REPORT));

  it("never over its source, by whatever name", async () => {
    symlinkSync(join(folder, "a.md"), join(folder, "link.md"));
    mkdirSync(join(folder, "d"));
    for (const target of ["a.md", "./d/../a.md", "link.md"])
      expect(await cli("publish", "a.md", "-o", target)).toMatchObject({ status: 2, out: "" });
    expect(await cli("publish", "a.md", "--out-dir", ".")).toMatchObject({ status: 2 });
    expect(text("a.md")).toBe(REPORT);
  });

  it("never through a link", async () => {
    put("kept.md", "kept");
    symlinkSync(join(folder, "kept.md"), join(folder, "link.md"));
    symlinkSync(join(folder, "nowhere.md"), join(folder, "dangling.md"));
    for (const target of ["link.md", "dangling.md"])
      expect(await cli("publish", "a.md", "-o", target)).toMatchObject({ status: 2 });
    expect(text("kept.md")).toBe("kept");
    expect(existsSync(join(folder, "nowhere.md"))).toBe(false);
  });

  it("and says why it could not be", async () => {
    mkdirSync(join(folder, "d"));
    expect((await cli("publish", "a.md", "-o", "d")).err).toContain("is no file");
    expect((await cli("publish", "a.md", "-o", "none/b.md")).err).toContain("its folder does not exist");
    expect((await cli("publish", "a.md", "-o", "a.md/b.md")).status).toBe(2);
  });

  it("not without permission", () => {
    mkdirSync(join(folder, "d"));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "d"), 0o555);
    const command = [
      fileURLToPath(new URL("../../dist/cli.js", import.meta.url)),
      "publish",
      "a.md",
      "-o",
      "d/b.md",
    ];
    // A superuser may write everywhere: the command line runs as nobody then.
    const who = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, stderr } = spawnSync(process.execPath, command, {
      cwd: folder,
      encoding: "utf8",
      ...who,
    });
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no permission to write it"),
    });
    expect(readdirSync(join(folder, "d"))).toEqual([]);
  });
});
