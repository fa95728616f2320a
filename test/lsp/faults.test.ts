import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "vitest";
import { IndexServer } from "../support/index-server.js";

/** No two of them differ in length. */
const report = (word: "Clocks" | "Quays!") => `# Harbour Days\n\n## ${word} (Ilse Varnholt)\n\na\n`;
const [CREATED, CHANGED, DELETED] = [1, 2, 3];

let server: IndexServer;
beforeEach(() => {
  server = new IndexServer({ "one/a.trip.md": report("Clocks") });
});
afterEach(() => server.stop());

/** Gives a file the date of a second since 1970, which may be before or long after now. */
function date(path: string, second: number): void {
  utimesSync(join(server.root, path), second, second);
}

describe("the built server, where clocks jump,", () => {
  it("sees what took the place of a file of the same length and date", async () => {
    date("one/a.trip.md", 1_000_000_000);
    await server.start();
    await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
    server.put("one/a.trip.md", report("Quays!"));
    date("one/a.trip.md", 1_000_000_000);
    await server.tell([["one/a.trip.md", CHANGED]]);
    await server.finds("quays", ["Quays! (one/a.trip.md:3)"]);
  });

  it("sees it too where it happened between two starts", async () => {
    date("one/a.trip.md", 1_000_000_000);
    await server.start(undefined, undefined, "cache");
    await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
    await server.end();
    server.put("one/a.trip.md", report("Quays!"));
    date("one/a.trip.md", 1_000_000_000);
    await server.again(undefined, undefined, "cache");
    await server.finds("quays", ["Quays! (one/a.trip.md:3)"]);
    await server.finds("clocks", []);
  });

  it.each([
    ["in the far future", 4_000_000_000],
    ["before 1970", -1_000_000_000],
    ["older than it was", 10],
  ])("follows a file whose date is %s", async (_, second) => {
    await server.start();
    await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
    server.put("one/a.trip.md", `${report("Quays!")}more\n`);
    date("one/a.trip.md", second);
    await server.tell([["one/a.trip.md", CHANGED]]);
    await server.finds("quays", ["Quays! (one/a.trip.md:3)"]);
    await server.write("one/a.trip.md", report("Clocks"));
    await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
  });
});

describe("the built server, where things are not what they were,", () => {
  it("follows a file that becomes a folder and a file again", async () => {
    await server.start();
    await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
    for (let round = 0; round < 3; round++) {
      rmSync(join(server.root, "one/a.trip.md"));
      server.put("one/a.trip.md/inner.trip.md", report("Quays!"));
      await server.tell([
        ["one/a.trip.md", DELETED],
        ["one/a.trip.md/inner.trip.md", CREATED],
      ]);
      await server.finds("clocks", []);
      await server.finds("quays", ["Quays! (one/a.trip.md/inner.trip.md:3)"]);
      rmSync(join(server.root, "one/a.trip.md"), { recursive: true });
      server.put("one/a.trip.md", report("Clocks"));
      // Watchers that put events together tell of the file only.
      const deleted = ["one/a.trip.md", DELETED] as const;
      await server.tell(
        round % 2 === 0 ? [["one/a.trip.md", CHANGED]] : [deleted, ["one/a.trip.md", CREATED]],
      );
      await server.finds("quays", []);
      await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
    }
  });

  for (const git of [false, true])
    it(`goes round no loop of links ${git ? "in a repository" : "elsewhere"}`, async () => {
      if (git) execFileSync("git", ["init", "-q"], { cwd: join(server.root, "one") });
      mkdirSync(join(server.root, "one/deep"));
      for (const [to, at] of [
        ["..", "one/deep/up"],
        [".", "one/here"],
        ["self.trip.md", "one/self.trip.md"],
        ["second.trip.md", "one/first.trip.md"],
        ["first.trip.md", "one/second.trip.md"],
        ["a.trip.md", "one/other.trip.md"],
        ["nowhere.trip.md", "one/dead.trip.md"],
      ] as const)
        symlinkSync(to, join(server.root, at));
      // Links are not followed, not even from one file to itself in a configuration's place.
      symlinkSync(".tripreport.yaml", join(server.root, "one/.tripreport.yaml"));
      await server.start();
      await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
      const links = ["self", "first", "dead"].map(
        (name) => `[a](${name}.trip.md#clocks) [b](here/deep/up/${name})`,
      );
      const at = await server.open("one/links.trip.md", `# Links\n\n${links.join("\n\n")}$0\n`);
      await server.request("textDocument/documentLink", at);
      await server.finds("links", ["Links (one/links.trip.md:1)"]);
    });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "finds a report again that could not be read for a while",
    async () => {
      const path = join(server.root, "one/a.trip.md");
      chmodSync(path, 0);
      await server.start(undefined, undefined, "cache");
      await server.finds("clocks", []);
      chmodSync(path, 0o644);
      await server.restart(undefined, undefined, "cache");
      await server.finds("clocks", ["Clocks (one/a.trip.md:3)"]);
    },
  );
});
