import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { templates } from "../../server/src/drafts/templates/index.js";
import { Sandbox } from "./sandbox.js";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

const cli = (...args: string[]) => sandbox.cli(["new", ...args]);
const ALL = [
  "--event",
  "Harbour: Days",
  "--location",
  "Bergen",
  "--dates",
  "2024-05-14/2024-05-15",
  "--author",
  "Ada Brook (Pelican Grid)",
];

describe("new", () => {
  it("prints a report that check finds nothing wrong with", async () => {
    const { status, out, err } = await cli(...ALL, "--audience", "company");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^---\ntype: trip-report\ntitle: "Trip report: Harbour: Days"\n/);
    expect(out).toContain("audience: company\n");
    sandbox.write("a.trip.md", out);
    expect((await sandbox.cli("check a.trip.md")).out).toContain("0 errors, 0 warnings, 0 notes");
    const [report] = JSON.parse((await sandbox.cli("outline --format json a.trip.md")).out);
    expect(report).toMatchObject({
      event: "Harbour: Days",
      location: "Bergen",
      dates: { start: "2024-05-14", end: "2024-05-15" },
      authors: [{ name: "Ada Brook", affiliation: "Pelican Grid" }],
      audience: "company",
    });
  });

  it("knows its author from git", async () => {
    execFileSync("git", ["init", "-q"], { cwd: sandbox.folder });
    execFileSync("git", ["config", "user.name", "Jo Lind"], { cwd: sandbox.folder });
    expect((await cli("--event", "x")).out).toContain("authors:\n  - Jo Lind\n");
  });

  it("writes a file whole, and never one that is there", async () => {
    expect(await cli(...ALL, "-o", "a.trip.md")).toEqual({ status: 0, out: "", err: "" });
    const text = readFileSync(sandbox.path("a.trip.md"), "utf8");
    const again = await cli("--event", "Other", "-o", "a.trip.md");
    expect(again.status).toBe(2);
    expect(again.err).toMatch(/a\.trip\.md: exists already; it is not overwritten\n$/);
    expect(readFileSync(sandbox.path("a.trip.md"), "utf8")).toBe(text);
    symlinkSync("nowhere", sandbox.path("link.trip.md"));
    expect(await cli("-o", "link.trip.md")).toMatchObject({ status: 2, out: "" });
    expect(await cli("-o", "none/b.trip.md")).toMatchObject({
      status: 2,
      err: expect.stringContaining("its folder does not exist"),
    });
  });

  it("lists its templates", async () => {
    const { status, out } = await cli("--list-templates");
    expect(status).toBe(0);
    expect(out.split("\n").map((line) => line.split(" ")[0])).toEqual([
      ...templates.map(({ name }) => name),
      "",
    ]);
  });

  it.each([
    [["--dates", "May 14"], "--dates: ", "write 2024-05-14 or 2024-05-14/2024-05-15"],
    [["--dates", "2024-05-15/2024-05-14"], "--dates: the end is before the start", ""],
    [["--audience", "press"], "--audience: “press” is not one of team, company, public", ""],
    [["--template", "novel"], "--template: “novel” is not one of conference, ", ""],
  ])("refuses %j", async (args, start, end) => {
    const { status, out, err } = await cli(...args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(`trip-report: ${start}`);
    expect(err).toContain(end);
    expect(err.split("\n")).toHaveLength(2);
  });

  it("takes an agenda", async () => {
    sandbox.write(
      "a.ics",
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "X-WR-CALNAME:Fjord Days",
        "BEGIN:VEVENT",
        "UID:1",
        "DTSTART:20240514T090000",
        "SUMMARY:Ten winters",
        "END:VEVENT",
        "END:VCALENDAR",
      ].join("\r\n"),
    );
    const { status, out } = await cli("--from", "a.ics");
    expect(status).toBe(0);
    expect(out).toContain("event: Fjord Days\n");
    expect(out).toMatch(/^## Tuesday, 2024-05-14\n\n### 09:00 Ten winters/m);
  });

  it("takes raw notes", async () => {
    sandbox.write("notes.txt", "Fjord Days 2024\r\n\r\nOpening Keynote (Ada Brook)\r\n\r\n• one\r\n");
    expect(await cli("--from", "notes.txt", "--author", "Jo Lind", "--location", "Bergen")).toEqual({
      status: 0,
      err: "",
      out: "---\ntype: trip-report\ntitle: Fjord Days 2024\nevent: Fjord Days 2024\nlocation: Bergen\nauthors:\n  - Jo Lind\naudience: team\n---\n\n# Fjord Days 2024\n\n## Opening Keynote (Ada Brook)\n\n- one\n".replaceAll(
        "\n",
        "\r\n",
      ),
    });
  });

  it.each([
    ["missing.txt", undefined, "no such file"],
    ["folder", undefined, "is a folder, not a file"],
    ["empty.txt", "", "is empty"],
    ["image.txt", new Uint8Array([1, 0, 2]), "is a binary file, not a text"],
    ["latin.txt", new Uint8Array([0x4d, 0xfc, 0x6e]), "is not valid UTF-8"],
    ["huge.txt", new Uint8Array(51 * 1024 * 1024).fill(97), "too large for a report"],
    ["broken.ics", "BEGIN:VCALENDAR\nnonsense", ""],
  ])("takes no %s", async (name, content, reason) => {
    mkdirSync(sandbox.path("folder"));
    if (content !== undefined) sandbox.write(name, content);
    const { status, out, err } = await cli("--from", name, "-o", "a.trip.md");
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.startsWith(`trip-report: ${name}: `), err).toBe(true);
    expect(err).toContain(reason);
    expect(err.split("\n")).toHaveLength(2);
  });
});

describe("a team's own templates", () => {
  it("come from the configured folder, and may be links to nothing outside of it", async () => {
    sandbox.write(".tripreport.yaml", "templates: our/templates\n");
    sandbox.write("our/templates/visit.trip.md", "# {{event}} for {{tema}}\n");
    sandbox.write("our/templates/blank.md", "Ours: {{event}}\n");
    sandbox.write("our/templates/picture.png", "x");
    sandbox.write("secret.md", "secret");
    symlinkSync(sandbox.path("secret.md"), sandbox.path("our/templates/linked.md"));
    const names = (await cli("--list-templates")).out.split("\n").map((line) => line.split(" ")[0]);
    expect(names.slice(0, 3)).toEqual(["blank", "visit", "conference"]);
    expect(names).not.toContain("linked");
    expect(names.filter((name) => name === "blank")).toHaveLength(1);
    expect(await cli("--template", "blank", "--event", "A *b*")).toMatchObject({
      status: 0,
      out: "Ours: A \\*b\\*\n",
    });
    expect(await cli("--template", "visit", "--event", "A")).toEqual({
      status: 0,
      out: "# A for {{tema}}\n",
      err: "trip-report: template visit: there is no variable “tema”; it is left as it is\n",
    });
  });

  it("are none outside of the configuration's folder", async () => {
    const outside = new Sandbox();
    outside.write("stolen.md", "stolen");
    symlinkSync(outside.folder, sandbox.path("ours"));
    sandbox.write(".tripreport.yaml", "templates: ours\n");
    expect((await cli("--list-templates")).out).not.toContain("stolen");
    for (const folder of ["..", "../x", "a/../../b", "/etc", "C:\\x", "a\\..\\b"]) {
      sandbox.write(".tripreport.yaml", `templates: '${folder}'\n`);
      expect((await cli("--list-templates")).err, folder).toContain("a folder below the configuration's");
    }
    outside.remove();
  });
});
