import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkHtml } from "../support/check-html.js";
import { Sandbox } from "./sandbox.js";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

const REPORT = `---
title: Pier Days
event: Pier Days
dates: 2024-06-04
audience: team
internal:
  budget: gobbledygook
---

# Pier Days

## 9:00 Keynote: Slow boats (Ada Brook)

Fine. [internal: their dinghy leaks badly]

:::internal company
## 10:00 Secret merger (Zelda Quux)

- [ ] TODO ask Zelda about wombats
:::

## 11:00 Lessons [internal: boring ones]

Ok. <!-- flibbertigibbet -->

- [ ] TODO buy rope
`;
/** Words of the report that only narrower audiences may read. */
const WITHHELD = /dinghy|leaks|merger|Zelda|Quux|wombat|boring|gobbledygook|flibbertigibbet|budget/i;

const page = () => readFileSync(sandbox.path("overview.html"), "utf8");

describe("overview", () => {
  it("writes a page for the widest audience that counts comments and repeats none of their words", async () => {
    sandbox.write("a.trip.md", REPORT);
    const result = await sandbox.cli("overview a.trip.md -o overview.html");
    expect(result).toEqual({ status: 0, out: "", err: "" });
    checkHtml(page());
    expect(page()).not.toMatch(WITHHELD);
    expect(page()).not.toContain("a.trip.md");
    expect(page()).toContain("4 internal comments, ");
    expect(page()).toContain("buy rope");
    expect(page()).toContain("<dd>public</dd>");
    expect(page()).not.toMatch(/<script|<button/);
  });

  it("shows a narrower audience what it may read", async () => {
    sandbox.write("a.trip.md", REPORT);
    await sandbox.cli("overview a.trip.md -o overview.html --audience company");
    expect(page()).toContain("Secret merger");
    expect(page()).not.toMatch(/dinghy|boring|gobbledygook/);
    await sandbox.cli("overview a.trip.md -o overview.html --audience team");
    expect(page()).toContain("4 comments");
    expect(page()).toContain("Left out</dt><dd>nothing");
  });

  it("shows all reports below a folder on one page, without their names or withheld speakers", async () => {
    sandbox.write("a.trip.md", REPORT);
    sandbox.write(
      "x/zanzibar-budget.trip.md",
      REPORT.replaceAll("Pier Days", "Sea Week").replace("2024", "2022"),
    );
    const { status, out, err } = await sandbox.cli("overview");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    checkHtml(out);
    expect(out).not.toMatch(WITHHELD);
    expect(out).not.toContain("zanzibar");
    expect(out).toMatch(/<h1>All reports<\/h1>/);
    expect(out).toMatch(/<h2>Pier Days<\/h2>[\s\S]*<h2>Sea Week<\/h2>/);
  });

  it("writes nothing when a comment cannot be trusted, and says where", async () => {
    sandbox.write("a.trip.md", REPORT);
    sandbox.write("b.trip.md", "# B\n\n[internal: their dinghy\n");
    const { status, out, err } = await sandbox.cli("overview a.trip.md b.trip.md -o overview.html");
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toBe(
      "trip-report: b.trip.md:3:1: not shown: an internal comment that never closes (unclosed-internal-comment)\n",
    );
    expect(existsSync(sandbox.path("overview.html"))).toBe(false);
  });

  it("names the file and the reason of what it could not do", async () => {
    sandbox.write("a.trip.md", REPORT);
    expect(await sandbox.cli("overview gone.md")).toEqual({
      status: 2,
      out: "",
      err: "trip-report: gone.md: no such file\n",
    });
    expect(await sandbox.cli("overview a.trip.md --audience aliens")).toMatchObject({ status: 2, out: "" });
    expect(await sandbox.cli("overview a.trip.md -o a.trip.md")).toMatchObject({ status: 2 });
    expect(await sandbox.cli("overview a.trip.md -o no/such/o.html")).toMatchObject({ status: 2 });
    sandbox.write("empty/readme.txt", "x");
    expect(await sandbox.cli("overview empty")).toMatchObject({ status: 2, out: "" });
    expect(readFileSync(sandbox.path("a.trip.md"), "utf8")).toBe(REPORT);
  });

  it("is not written under a name that repeats a comment", async () => {
    sandbox.write("a.trip.md", REPORT);
    const { status } = await sandbox.cli("overview a.trip.md -o secret-merger-zelda-quux.html");
    expect(status).toBe(1);
  });
});
