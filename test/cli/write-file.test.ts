import * as fs from "node:fs";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type WritableFs, writeWhole } from "../../server/src/cli/write-file.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trip-report-write-"));
  writeFileSync(join(folder, "copy.md"), "old");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("a new copy");

/** Writes with a file system of which some functions fail, and answers the message. */
async function failing(broken: Partial<WritableFs>): Promise<string> {
  try {
    await writeWhole(join(folder, "copy.md"), bytes, { sources: [], fs: { ...fs, ...broken } });
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

function fails(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

it("replaces the old content", async () => {
  expect(await failing({})).toBe("");
  expect(readFileSync(join(folder, "copy.md"), "utf8")).toBe("a new copy");
  expect(readdirSync(folder)).toEqual(["copy.md"]);
});

it("goes on where a disk takes less than it was given", async () => {
  expect(
    await failing({ writeSync: (file, content, offset) => fs.writeSync(file, content, offset, 1) }),
  ).toBe("");
  expect(readFileSync(join(folder, "copy.md"), "utf8")).toBe("a new copy");
});

for (const [name, broken, why] of [
  ["a full disk", { writeSync: fails("ENOSPC") }, "the disk is full"],
  ["a disk that cannot keep it", { fsyncSync: fails("EIO") }, "EIO"],
  ["no permission", { openSync: fails("EACCES") }, "no permission to write it"],
  ["a read-only file system", { openSync: fails("EROFS") }, "is on a read-only file system"],
  ["a name that cannot be given", { renameSync: fails("EXDEV") }, "EXDEV"],
] as const)
  it(`keeps the old content with ${name}, and leaves nothing beside it`, async () => {
    expect(await failing(broken)).toContain(why);
    expect(readFileSync(join(folder, "copy.md"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["copy.md"]);
  });

it("clears away what a killed run left, and nothing that another one is writing", async () => {
  // No process has a number this high.
  writeFileSync(join(folder, ".copy.md.4294967294-0123456789ab.trip-report-tmp"), "half");
  const others = [
    `.copy.md.${process.ppid}-0123456789ab.trip-report-tmp`,
    ".other.md.4294967294-0123456789ab.trip-report-tmp",
    ".copy.md.trip-report-tmp",
  ];
  for (const name of others) writeFileSync(join(folder, name), "half");
  await failing({});
  expect(readdirSync(folder).sort()).toEqual([...others, "copy.md"].sort());
});
