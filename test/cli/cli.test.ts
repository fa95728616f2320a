import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.js";

let box: Sandbox;
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  "good.trip.md": "# A day out\n\n## Opening Keynote (Ada Brook)\n\nwords\n",
  "leaky.md":
    "---\ntype: trip-report\ntitle: T\nevent: E\ndates: 2024-05-14\naudience: public\n---\n# T\n\na [internal: they will miss the date] b\n",
  "readme.md": "# Not a report\n\n[internal: but no report]\n",
  "notes.txt": "Notes\n\n:::internal\nnever closed\n",
  "deep/er/other.trip.md": "x :::\n",
  "node_modules/x/y.trip.md": ":::internal\n",
  "empty.trip.md": "",
  "binary.trip.md": Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]),
  "latin.trip.md": Uint8Array.from([0x63, 0x61, 0x66, 0xe9]),
  "utf16.trip.md": Uint8Array.from([0xff, 0xfe, 0x23, 0, 0x20, 0, 0x41, 0]),
  "script.trip.md": "---js\nprocess.exit(7)\n---\n# A\n",
  "open.trip.md": "---\ntitle: x\n\n# A\n",
  "broken.trip.md": "---\ntitle: [x\n---\n# A\n",
  "cr.trip.md": "# A\r\r## B\r\rwords\r",
};

beforeAll(() => {
  box = new Sandbox();
  for (const [name, content] of Object.entries(FILES)) box.write(name, content);
});
afterAll(() => box.remove());

const cli = (args: string, stdin?: string | Uint8Array) => box.cli(args, stdin);

describe("trip-report", () => {
  it("tells its version and helps", async () => {
    expect((await cli("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const args of ["--help", "outline --help", "check --help", "lsp --help"]) {
      const { status, out } = await cli(args);
      expect({ args, status }).toEqual({ args, status: 0 });
      expect(out).toContain("Usage: trip-report");
    }
  });

  it("answers wrong usage with one line and status 2", async () => {
    for (const args of [
      "nonsense",
      "outline",
      "outline --format xml good.trip.md",
      "check --audience nobody good.trip.md",
      "--nonsense",
      "lsp",
    ]) {
      const { status, out, err } = await cli(args);
      expect({ args, status, out }).toEqual({ args, status: 2, out: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expect(err).toMatch(/^trip-report: /);
    }
  });
});

it("says which command was meant perhaps", async () =>
  expect(await cli("outlin good.trip.md")).toMatchObject({
    err: "trip-report: unknown command 'outlin' (Did you mean outline?)\n",
  }));

describe("outline", () => {
  it("prints JSON in the agreed shape", async () => {
    const { status, out } = await cli("outline --format json good.trip.md leaky.md");
    expect(status).toBe(0);
    const [good, leaky] = JSON.parse(out);
    expect(good).toMatchObject({
      file: "good.trip.md",
      title: "A day out",
      audience: "team",
      sections: [
        {
          kind: "keynote",
          title: "Opening Keynote",
          level: 2,
          line: 3,
          endLine: 5,
          speakers: [{ name: "Ada Brook" }],
          children: [],
        },
      ],
      markers: [],
    });
    expect(leaky.markers).toEqual([
      { type: "internal", form: "inline", audience: "team", line: 10, endLine: 10 },
    ]);
  });

  it("prints a tree for people", async () => {
    const { out } = await cli("outline good.trip.md");
    expect(out).toContain("A day out");
    expect(out).toMatch(/3 keynote +Opening Keynote.*Ada Brook/);
  });

  it("goes on behind a file that cannot be read", async () => {
    const { status, out, err } = await cli("outline --format json missing.md good.trip.md");
    expect(status).toBe(2);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(err).toBe("trip-report: missing.md: no such file\n");
  });

  for (const [file, why] of [
    ["binary.trip.md", "is a binary file, not a text"],
    ["latin.trip.md", "is not valid UTF-8 (first at byte 3)"],
    ["deep", "is a folder, not a file"],
  ])
    it(`refuses ${file} in one line`, async () => {
      expect(await cli(`outline ${file}`)).toMatchObject({
        status: 2,
        err: `trip-report: ${file}: ${why}\n`,
      });
    });

  it("reads empty files, UTF-16, lone CR, and front matter that is broken, open or a program", async () => {
    const { status, out, err } = await cli(
      "outline --format json empty.trip.md utf16.trip.md cr.trip.md script.trip.md open.trip.md broken.trip.md",
    );
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const [empty, utf16, cr, script] = JSON.parse(out);
    expect(empty.sections).toEqual([]);
    expect(utf16.title).toBe("A");
    expect(cr.sections).toMatchObject([{ title: "B", line: 3, endLine: 5 }]);
    expect(script.title).toBe("A");
  });
});

describe("check", () => {
  it("finds a leak, tells the place and not the words", async () => {
    const { status, out } = await cli("check leaky.md");
    expect(status).toBe(1);
    expect(out).toContain("10:3  error");
    expect(out).toContain("unredacted-internal-comment");
    expect(out).not.toContain("miss the date");
    expect(out).toContain("1 report checked: 1 error, 0 warnings, 0 notes");
  });

  it("prints JSON in the agreed shape", async () => {
    const { out } = await cli("check --format json leaky.md");
    const message = "internal comment for “team” in a file for “public”";
    expect(JSON.parse(out)).toEqual([
      {
        file: "leaky.md",
        line: 10,
        column: 3,
        endLine: 10,
        endColumn: 13,
        code: "unredacted-internal-comment",
        severity: "error",
        message,
      },
    ]);
  });

  it("is silent about a clean report", async () => {
    expect(await cli("check good.trip.md")).toMatchObject({ status: 0, err: "" });
  });

  it("searches folders for reports only, not in node_modules", async () => {
    const { out } = await cli("check --format json --audience public .");
    const files = new Set(JSON.parse(out).map(({ file }: { file: string }) => file));
    expect(files).toContain("leaky.md");
    expect(files).toContain("deep/er/other.trip.md");
    expect(files).not.toContain("readme.md");
    expect(files).not.toContain("notes.txt");
    expect(files).not.toContain("node_modules/x/y.trip.md");
  });

  it("takes patterns", async () => {
    expect((await cli("check deep/**/*.md")).out).toContain("1 report checked");
  });

  it("checks a file that is named, whatever it is called", async () => {
    expect(await cli("check notes.txt")).toMatchObject({ status: 1 });
  });

  it("says when there was nothing to check", async () => {
    expect(await cli("check node_modules/x/*.nothing")).toMatchObject({
      status: 0,
      err: "0 reports checked\n",
    });
  });

  it("reads standard input", async () => {
    expect((await cli("check --stdin-filename a.txt -", "a </internal>\n")).out).toContain("a.txt");
    expect(await cli("check -", Uint8Array.from([0, 1]))).toMatchObject({ status: 2 });
  });

  it("shows the words only when asked", async () => {
    box.write("audience.trip.md", "[internal zeppelin: x]\n");
    expect((await cli("check audience.trip.md")).out).not.toContain("zeppelin");
    expect((await cli("check --show-text audience.trip.md")).out).toContain("zeppelin");
  });

  it("does not let a report steer the terminal", async () => {
    box.write("escape.trip.md", "# \u001b[2J\u001b]0;x\u0007\n\n[internal \u001b: x]\n");
    const { out } = await cli("outline escape.trip.md");
    expect(out).not.toContain("\u001b");
  });
});
