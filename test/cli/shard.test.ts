import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.js";

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

/** Names of which some are slips of others. */
const NAMES = [
  "Ilse Varnholt",
  "Ilse Varnhold",
  "Ilsa Varnholt",
  "Vera Klintberg",
  "Vera Klintborg",
  "Jo Lind",
];
const WAIVERS = ["", "<!-- trip-report-disable speaker-spelling -->\n", "<!-- trip-report-disable -->\n"];

const report = fc
  .record({
    names: fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }),
    waiver: fc.constantFrom(...WAIVERS),
    stray: fc.boolean(),
  })
  .map(
    ({ names, waiver, stray }) =>
      `---\ntype: trip-report\ntitle: T\nevent: E\ndates: 2024-05-14\n---\n# T\n\n${waiver}${stray ? "words </internal>\n" : ""}\n${names.map((name, at) => `## Clocks ${at} (${name})\n\na\n\n`).join("")}`,
  );
const folder = fc.dictionary(fc.constantFrom("a", "b", "ü x", "c", "deep/d", "deep/e", "f", "g"), report);
const configuration = fc.constantFrom(
  "",
  "rules: { speaker-spelling: warning }\n",
  "rules: { speaker-spelling: off }\n",
);

describe("parts of a check", () => {
  it("give merged, in any order, the bytes and the status of one check of everything", async () => {
    await fc.assert(
      fc.asyncProperty(
        folder,
        configuration,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("json", "sarif"),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        async (files, config, count, format, shown, accepted, backwards) => {
          const own = new Sandbox();
          try {
            if (config !== "") own.write(".tripreport.yaml", config);
            for (const [name, text] of Object.entries(files)) own.write(`in/${name}.trip.md`, text);
            own.write("in/README.md", "# No report\n");
            if (accepted) await own.cli("check --write-baseline .tripreport-baseline in/a.trip.md");
            const args = ["check", "--format", format, ...(shown ? ["--show-text"] : []), "in"];
            const whole = await own.cli(args);
            const parts: string[] = [];
            for (let index = 1; index <= count; index++) {
              const { out, err } = await own.cli([...args, "--shard", `${index}/${count}`]);
              expect(err).toBe("");
              own.write(`part-${index}`, out);
              parts.push(`part-${index}`);
            }
            const merged = await own.cli(["merge", ...(backwards ? parts.reverse() : parts)]);
            expect(merged.out).toBe(whole.out);
            expect(merged.status).toBe(whole.status);
          } finally {
            own.remove();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("are each file once, whatever the folder is called that the check runs in", async () => {
    const names = Array.from({ length: 60 }, (_, n) => `${n}.trip.md`);
    const other = new Sandbox();
    try {
      const seen: string[] = [];
      for (const name of names) for (const place of [box, other]) place.write(name, "words </internal>\n");
      for (const part of ["1/3", "2/3", "3/3"]) {
        const here = await box.cli(["check", "--format", "github", "--shard", part]);
        expect((await other.cli(["check", "--format", "github", "--shard", part])).out).toBe(here.out);
        const files = new Set([...here.out.matchAll(/file=([^,]+)/g)].map(([, file]) => file!));
        expect(files.size).toBeGreaterThan(5);
        seen.push(...files);
      }
      expect(seen.sort()).toEqual([...names].sort());
    } finally {
      other.remove();
    }
  });

  it("in which something failed make the merged check fail", async () => {
    box.write("a.trip.md", "# A\n");
    box.write("b.trip.md", new Uint8Array([0, 1]));
    for (const part of ["1/2", "2/2"])
      box.write(part.replace("/", "-"), (await box.cli(["check", "--format", "json", "--shard", part])).out);
    expect((await box.cli("merge 1-2 2-2")).status).toBe(2);
  });

  it("have to be like 2/8", async () => {
    for (const part of ["0/2", "3/2", "1", "a/b", "1/0"])
      expect(await box.cli(["check", "--shard", part])).toMatchObject({
        status: 2,
        err: `trip-report: --shard: “${part}” is not a part like 2/8\n`,
      });
  });
});

describe("merge", () => {
  const part = async (which: string, format = "json") =>
    (await box.cli(["check", "--format", format, "--shard", which, "reports"])).out;
  const refused = async (args: string, why: string) =>
    expect(await box.cli(`merge ${args}`)).toEqual({ status: 2, out: "", err: `trip-report: ${why}\n` });

  beforeEach(async () => {
    for (let n = 0; n < 8; n++) box.write(`reports/${n}.trip.md`, "words </internal>\n");
    for (const which of ["1/2", "2/2"]) box.write(which.replace("/", "-"), await part(which));
  });

  it("names the file that does not fit, and says why", async () => {
    await refused("none", "none: no such file");
    await refused("1-2", "part 2/2 is missing");
    await refused("1-2 1-2", "1-2: is part 1/2, and so is 1-2");
    box.write("three", await part("2/3"));
    await refused("1-2 three", "three: is one of 3 parts, 1-2 one of 2");
    box.write("sarif", await part("2/2", "sarif"));
    await refused("1-2 sarif", "sarif: is sarif, 1-2 is json");
    box.write("text", "3 reports checked\n");
    await refused("text", "text: is no JSON");
    await refused("1-2 text", "text: is no part of a check, unlike 1-2");
    box.write("other", '{"a": 1}');
    await refused("other", "other: is no result of check, neither JSON nor SARIF");
    box.write("numbers", "[1]");
    await refused("numbers", "numbers: result 1 is none");
    box.write("theirs", '{"runs":[{"tool":{"driver":{"name":"x"}},"results":[]}]}');
    await refused("theirs", "theirs: is SARIF of another program");
    box.write("reports/new.trip.md", "# New\n");
    box.write("later", await part("2/2"));
    await refused("1-2 later", "later: was chosen from 9 files, 1-2 from 8");
  });

  it("refuses a part of another version", async () => {
    const text = await part("2/2");
    box.write("old", text.replace(/"version":"[^"]*"/, '"version":"0.0.1"'));
    expect((await box.cli("merge 1-2 old")).err).toMatch(
      /^trip-report: old: was made by version 0\.0\.1, this is /,
    );
  });

  it("refuses a part of which anything is missing or no line of a part, and prints nothing then", async () => {
    const text = await part("1/2");
    const lines = text.trimEnd().split("\n");
    for (let cut = 1; cut < lines.length; cut++) {
      box.write("cut", `${lines.slice(0, cut).join("\n")}\n`);
      await refused("cut 2-2", "cut: ends before its end: the run that wrote it was stopped");
    }
    for (const line of [
      "",
      "7",
      "[]",
      '[0,"a",[{}]]',
      "[0,1,[]]",
      '{"names":[["a",-1]]}',
      "{",
      '{"files":"8"}',
    ]) {
      box.write("odd", [lines[0], line, ...lines.slice(1), ""].join("\n"));
      await refused("odd 2-2", "odd:2: not a line of a part");
    }
  });

  it("puts whole results one behind the other", async () => {
    for (const format of ["json", "sarif"]) {
      const check = async (path: string) => (await box.cli(["check", "--format", format, path])).out;
      box.write("first", await check("reports/0.trip.md"));
      box.write("none", await check("reports/none*.trip.md"));
      box.write("second", await check("reports/1.trip.md"));
      const { out, status } = await box.cli("merge first none second");
      expect(out).toBe((await box.cli(`check --format ${format} reports/0.trip.md reports/1.trip.md`)).out);
      expect(status).toBe(1);
    }
  });

  it("does not let a part's words steer a terminal or another program", async () => {
    box.write("a\u001b[31m", "nonsense");
    expect((await box.cli(["merge", "a\u001b[31m"])).err).toBe("trip-report: a\ufffd[31m: is no JSON\n");
  });
});
