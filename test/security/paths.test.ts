import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInside } from "../../server/src/cli/write-file.js";
import { loadConfig } from "../../server/src/config-file.js";
import { localPath } from "../../server/src/publish/assets.js";
import { DEVICES, ESCAPES } from "./payloads.js";

describe("no path leads out of its folder", () => {
  it.each([...ESCAPES, ...DEVICES])("of a file that a report refers to: %j", (path) => {
    const found = localPath(path);
    // What is left of an encoded root is a file below the folder.
    expect(found ?? "").toMatch(/^(?:server\/share\/x\.png)?$/);
  });

  it.each(ESCAPES.filter((path) => /^(?:[/\\]|[a-z]:|(?:.*[/\\])?\.\.[/\\])/i.test(path)))(
    "of templates and copies in a configuration: %j",
    (path) => {
      for (const text of [{ templates: path }, { publish: { outDir: path } }]) {
        const { config, problems } = loadConfig(JSON.stringify(text));
        expect([config.templates, config.publish.outDir]).toEqual([undefined, undefined]);
        expect(problems).toHaveLength(1);
      }
    },
  );

  it("of a file with an ordinary name", () => {
    expect(localPath("images/console.png")).toBe("images/console.png");
    expect(localPath("a%20b/common.com1.png")).toBe("a b/common.com1.png");
  });
});

describe("a link that leads out of a folder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "trip-report-inside-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is outside, and so is all below it, be it there or not", () => {
    const root = join(folder, "root");
    mkdirSync(root);
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(root, "out"), "junction");
    symlinkSync(root, join(root, "in"), "junction");
    expect(
      ["out", "out/web/new", "in", "in/new", "new/web"].map((path) => isInside(root, join(root, path))),
    ).toEqual([false, false, true, true, true]);
  });
});
