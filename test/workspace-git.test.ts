import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stagedContent, stagedFiles } from "../server/src/cli/git.js";
import { gitUserName, textFilesBelow } from "../server/src/workspace/node.js";

describe("a repository whose configuration names a program", () => {
  let folder: string;
  const trace = () => join(folder, "trace");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "trip-report-git-"));
    git("init", "-q");
    git("config", "user.name", "Ada Brook");
    for (const name of ["a.md", "draft.md"]) writeFileSync(join(folder, name), "# A\n");
    writeFileSync(join(folder, ".gitignore"), "draft.md\ntrace\n");
    writeFileSync(join(folder, ".gitattributes"), "*.md diff=shown\n");
    git("add", "a.md");
    const leavesTrace = `touch '${trace().replaceAll("\\", "/")}'; false`;
    for (const key of ["core.fsmonitor", "diff.external", "diff.shown.command", "diff.shown.textconv"])
      git("config", key, leavesTrace);
    rmSync(trace(), { force: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const listed = async (restricted: boolean) =>
    (await textFilesBelow(pathToFileURL(folder).href, restricted)).map(({ uri }) => uri.split("/").at(-1));

  it("would run it with every listing", () => {
    git("ls-files", "--others");
    expect(existsSync(trace())).toBe(true);
  });

  it("is listed without it", async () => {
    expect(await listed(false)).toEqual(["a.md"]);
    expect(await gitUserName(pathToFileURL(folder).href)).toBe("Ada Brook");
    expect(existsSync(trace())).toBe(false);
  });

  it("gives what is staged without it", async () => {
    expect(await stagedFiles(folder)).toEqual(["a.md"]);
    expect(new TextDecoder().decode(await stagedContent(folder, "a.md"))).toBe("# A\n");
    expect(existsSync(trace())).toBe(false);
  });

  it("is not asked at all where it is restricted, so nothing is ignored", async () => {
    expect(await listed(true)).toEqual(["a.md", "draft.md"]);
  });
});
