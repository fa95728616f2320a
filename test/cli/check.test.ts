import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.js";

const FRONT = "---\ntype: trip-report\ntitle: T\nevent: E\ndates: 2024-05-14\n---\n# T\n\n";
const STRAY = `${FRONT}words </internal>\n`;

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

describe("a configuration", () => {
  it("holds for the reports below its folder, the nearest one first", async () => {
    box.write("a/x.trip.md", STRAY);
    box.write("a/b/y.trip.md", STRAY);
    box.write(".tripreport.yaml", "rules: { stray-internal-close: error }\n");
    box.write("a/b/.tripreport.json", '{ "rules": { "stray-internal-close": "off" } }');
    const { out } = await box.cli("check --format json .");
    expect(JSON.parse(out)).toMatchObject([{ file: "a/x.trip.md", severity: "error" }]);
  });

  it("adds comment words, audiences, kinds and reports", async () => {
    box.write(
      ".tripreport.yaml",
      "internal.words: [geheim]\naudiences: tlp\nkinds: { keynote: [auftakt] }\ninclude: ['notes/**/*.txt']\n",
    );
    box.write("notes/day.txt", "[geheim TLP:RED: x]\n[geheim TLP:PINK: y]\n");
    const { out } = await box.cli("check --format json --audience TLP:CLEAR .");
    const codes = JSON.parse(out).map(({ code }: { code: string }) => code);
    expect(codes.filter((code: string) => code === "unredacted-internal-comment")).toHaveLength(2);
    expect(codes).toContain("unknown-audience");
  });

  it("excludes", async () => {
    box.write(".tripreport.yaml", "exclude: ['old/**']\n");
    box.write("old/x.trip.md", STRAY);
    expect(await box.cli("check .")).toMatchObject({ status: 0, err: "0 reports checked\n" });
  });

  it("that is wrong is told at its place, the defaults hold, and the status says so", async () => {
    box.write(
      ".tripreport.yaml",
      "audiences: 7\nrulez: {}\nrules: { stray-internal-close: loud, nonsense: off }\n",
    );
    box.write("x.trip.md", STRAY);
    const { status, out, err } = await box.cli("check x.trip.md");
    expect(status).toBe(2);
    expect(out).toContain("stray-internal-close");
    expect(err).toMatch(/\.tripreport\.yaml:1:12: audiences/);
    expect(err).toMatch(/:2:1: unknown key “rulez”; did you mean “rules”\?/);
    expect(err).toMatch(/:3:32: rules\.stray-internal-close/);
    expect(err).toMatch(/warning: there is no rule “nonsense”/);
  });

  it("names terms that mark text as internal, as words or as patterns of linear time", async () => {
    box.write(".tripreport.yaml", "terms:\n  - Project Heron\n  - pattern: 'host-[0-9]+'\n");
    box.write("x.trip.md", `${FRONT}They run project heron on host-42.\n\n[internal: host-43]\n`);
    const { out } = await box.cli("check --format json --audience public x.trip.md");
    const found = JSON.parse(out).filter(
      ({ code }: { code: string }) => code === "suspected-internal-comment",
    );
    expect(found).toMatchObject([
      { line: 9, column: 10, severity: "warning" },
      { line: 9, column: 27 },
    ]);
    expect(out).not.toContain("heron");
    expect((await box.cli("check --format json --audience Public x.trip.md")).out).toBe(out);
  });

  it("with a pattern that does not compile, or 10,000 terms", async () => {
    box.write(".tripreport.yaml", "terms:\n  - fine\n  - pattern: '(a'\n");
    box.write("x.trip.md", FRONT);
    const { status, err } = await box.cli("check x.trip.md");
    expect({ status, lines: err.trimEnd().split("\n").length }).toEqual({ status: 2, lines: 1 });
    expect(err).toMatch(/^trip-report: \.tripreport\.yaml:3:5: terms\.1: /);
    const many = Array.from({ length: 10_000 }, (_, i) => `code name ${i}`);
    box.write(".tripreport.yaml", JSON.stringify({ terms: many }));
    box.write("x.trip.md", `${FRONT}About code name 9999.\n`);
    expect((await box.cli("check --audience public x.trip.md")).out).toContain("suspected-internal-comment");
  });

  it("that does not parse, or is no mapping, is one line", async () => {
    for (const text of ["a: [", "- a\n", "just words", "&a [*a]", `a: ${"[".repeat(50_000)}`]) {
      box.write(".tripreport.yaml", text);
      box.write("x.trip.md", FRONT);
      const { status, err } = await box.cli("check x.trip.md");
      expect({ text, status }).toEqual({ text, status: 2 });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(err).not.toContain("call stack");
    }
  });

  it("may be named", async () => {
    box.write("strict.yaml", "rules: { stray-internal-close: off }\n");
    box.write("x.trip.md", STRAY);
    expect(await box.cli("check --config strict.yaml x.trip.md")).toMatchObject({ status: 0 });
    expect(await box.cli("check --config none.yaml x.trip.md")).toMatchObject({
      status: 2,
      err: "trip-report: none.yaml: no such file\n",
    });
  });
});

describe("formats", () => {
  const odd = "a b/ü: x,y.trip.md";
  beforeEach(() => box.write(odd, STRAY));

  it("SARIF names rule, place and file", async () => {
    const run = JSON.parse((await box.cli(["check", "--format", "sarif", odd])).out).runs[0];
    expect(run.tool.driver.rules.length).toBeGreaterThan(10);
    expect(run.results).toMatchObject([
      {
        ruleId: "stray-internal-close",
        level: "warning",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "a%20b/%C3%BC%3A%20x%2Cy.trip.md" },
              region: { startLine: 9, startColumn: 7 },
            },
          },
        ],
      },
    ]);
  });

  it("SARIF is valid by its schema", async () => {
    const validate = addFormats
      .default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }))
      .compile(sarifSchema);
    for (const file of [odd, "clean.trip.md"]) {
      box.write("clean.trip.md", FRONT);
      const log = JSON.parse((await box.cli(["check", "--format", "sarif", file])).out);
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it("GitHub's commands cannot be broken by a file's name", async () => {
    const { out } = await box.cli(["check", "--format", "github", odd]);
    expect(out).toBe(
      "::warning file=a b/ü%3A x%2Cy.trip.md,line=9,endLine=9,col=7,endColumn=18,title=stray-internal-close::nothing is open that this closes (tag)\n",
    );
  });

  it("JUnit has a suite a file and a failure a finding", async () => {
    const { out } = await box.cli(["check", "--format", "junit", odd]);
    expect(out).toContain('<testsuite name="a b/ü: x,y.trip.md" tests="1" failures="1" errors="0">');
    expect(out).toContain('<failure type="warning" message="nothing is open that this closes (tag)"/>');
  });
});

describe("a baseline", () => {
  it("accepts what was found, wherever it moves, and nothing new", async () => {
    box.write("x.trip.md", STRAY);
    expect(await box.cli("check --write-baseline accepted x.trip.md")).toMatchObject({ status: 0 });
    box.write("x.trip.md", STRAY.replace("# T\n", "# T\n\nmore\n"));
    expect(await box.cli("check --baseline accepted x.trip.md")).toMatchObject({ status: 0 });
    box.write("x.trip.md", `${STRAY}\n<<}\n`);
    expect((await box.cli("check --baseline accepted --format json x.trip.md")).out).toContain('"line":11');
    expect(readFileSync(box.path("accepted"), "utf8")).not.toContain("words");
  });

  it("of the usual name is found, unless it is not wanted", async () => {
    box.write("x.trip.md", STRAY);
    await box.cli("check --write-baseline .tripreport-baseline x.trip.md");
    expect(await box.cli("check x.trip.md")).toMatchObject({ status: 0 });
    expect(await box.cli("check --no-baseline x.trip.md")).toMatchObject({ status: 1 });
  });

  it("line counts no more once it expired", async () => {
    box.write("x.trip.md", STRAY);
    await box.cli("check --write-baseline accepted x.trip.md");
    const accepted = readFileSync(box.path("accepted"), "utf8");
    box.write("accepted", accepted.replace(/(\t[0-9a-f]{32})\n/, "$1\tuntil=2020-01-31\tknown\n"));
    expect(await box.cli("check --baseline accepted x.trip.md")).toMatchObject({ status: 1 });
    box.write("accepted", accepted.replace(/(\t[0-9a-f]{32})\n/, "$1\tuntil=2999-01-31\tknown\n"));
    expect(await box.cli("check --baseline accepted x.trip.md")).toMatchObject({ status: 0 });
  });

  it("that is none is refused", async () => {
    box.write("x.trip.md", STRAY);
    box.write("accepted", "nonsense\n");
    expect(await box.cli("check --baseline accepted x.trip.md")).toMatchObject({
      status: 2,
      err: "trip-report: accepted:1: not a line of a baseline\n",
    });
  });
});

describe("in a git repository", () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", ...args], {
      cwd: box.folder,
      stdio: "pipe",
    });
  beforeEach(() => git("init", "-q"));

  it("what git ignores is not checked", async () => {
    box.write(".gitignore", "drafts/\n");
    box.write("drafts/x.trip.md", STRAY);
    box.write("kept.trip.md", FRONT);
    expect((await box.cli("check --format text .")).out).toContain("1 report checked");
  });

  it("--staged reads what is staged, not the working tree", async () => {
    box.write("x.trip.md", STRAY);
    git("add", "x.trip.md");
    box.write("x.trip.md", FRONT);
    box.write("y.trip.md", STRAY);
    const { status, out } = await box.cli("check --staged --format json");
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ file: "x.trip.md", code: "stray-internal-close" }]);
  });

  it("--staged outside of one says so", async () => {
    rmSync(join(box.folder, ".git"), { recursive: true });
    expect(await box.cli("check --staged")).toMatchObject({
      status: 2,
      err: "trip-report: --staged: not in a git repository\n",
    });
  });
});

describe("names of speakers", () => {
  const report = (name: string) => `${FRONT}## Summary\n\na\n\n## Clocks (${name})\n\na\n`;
  const spelling = async (args: string) => {
    const { out } = await box.cli(`check --format json ${args}`);
    return JSON.parse(out).filter(({ code }: { code: string }) => code === "speaker-spelling");
  };

  it("are compared over all reports that are checked, whatever their order", async () => {
    box.write("a.trip.md", report("Ilse Varnhold"));
    for (const name of ["b", "c", "d"]) box.write(`${name}.trip.md`, report("Ilse Varnholt"));
    expect(await spelling(".")).toMatchObject([{ file: "a.trip.md" }]);
    expect(await spelling("d.trip.md c.trip.md a.trip.md")).toMatchObject([{ file: "a.trip.md" }]);
    expect(await spelling("a.trip.md")).toEqual([]);
  });

  it("that the front matter lists are meant", async () => {
    box.write(
      "a.trip.md",
      report("Ilse Varnhold").replace("event: E\n", "event: E\npeople: [Ilse Varnhold]\n"),
    );
    for (const name of ["b", "c"]) box.write(`${name}.trip.md`, report("Ilse Varnholt"));
    expect(await spelling(".")).toEqual([]);
  });
});
