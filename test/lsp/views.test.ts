import { afterEach, describe, expect, it } from "vitest";
import { IndexServer } from "../support/index-server.js";

const HARBOUR = `---
event: Harbour Days
dates: 2024-05-14/2024-05-15
---

# Harbour Days

## Tuesday

### Ten winters (Ilse Varnholt, Pelican Grid)

[internal: secret words] are here. Off the record, two of their engineers are about to quit.

- [ ] Action: write to Ilse @mara
- [x] Action: send slides

## Day 2

### Clocks (Jo Lindqvist)

(redacted)
`;
const SPRING = `---
event: Spring Meetup
dates: 2023-04-02
---

# Spring Meetup

## Queues that drain (Ilse Varnholt, Copper Mill)

TODO ask @mara
`;
const FILES = { "one/spring.trip.md": SPRING, "two/harbour.trip.md": HARBOUR };

interface Node {
  readonly title: string;
  readonly children: readonly Node[];
}

/** Titles with what is in them. */
const nested = (nodes: readonly Node[]): unknown[] =>
  nodes.map(({ title, children }) => (children.length > 0 ? [title, nested(children)] : title));

let server: IndexServer;
const start = async (
  files: Readonly<Record<string, string>> = FILES,
  ...how: Parameters<IndexServer["start"]>
) => {
  server = new IndexServer(files);
  await server.start(...how);
  // Answers when all files have been read.
  await server.finds("Varnholt", ["Ilse Varnholt (two/harbour.trip.md:10)"]).catch(() => undefined);
};
afterEach(() => server.stop());

/** The groups of a view as `name count`. */
async function groups(params: object): Promise<string[]> {
  const found = await server.request<{ name?: string; event?: string; count: number }[]>(
    "tripReport/sessionGroups",
    params,
  );
  return found.map(({ name, count }) => `${name ?? "-"} ${count}`);
}

describe("the view of sessions", () => {
  it("groups them by report, day, kind and speaker, across the workspace", async () => {
    await start();
    expect(await groups({ by: "report" })).toEqual(["Harbour Days 4", "Spring Meetup 1"]);
    expect(await groups({ by: "day" })).toEqual(["2024-05-15 1", "2024-05-14 1", "- 1"]);
    expect(await groups({ by: "kind" })).toEqual(["breakout 3"]);
    expect(await groups({ by: "speaker" })).toEqual(["Ilse Varnholt 2", "Jo Lindqvist 1"]);
  });

  it("nests what is in a report, and filters without case and accents", async () => {
    await start();
    const group = server.uri("two/harbour.trip.md");
    const sessions = (more: object) =>
      server.request<Node[]>("tripReport/sessions", { by: "report", group, ...more });
    expect(nested(await sessions({}))).toEqual([
      ["Tuesday", ["Ten winters"]],
      ["Day 2", ["Clocks"]],
    ]);
    expect(nested(await sessions({ filter: "LÍNDqvist" }))).toEqual([["Day 2", ["Clocks"]]]);
    expect(await groups({ by: "report", filter: "spring ilse" })).toEqual(["Spring Meetup 1"]);
    expect(await groups({ by: "speaker", filter: "nobody of the kind" })).toEqual([]);
  });

  it("tells where a place stands in it, by keys that stay when other sections come", async () => {
    await start();
    const uri = server.uri("two/harbour.trip.md");
    const at = (by: string, line: number) =>
      server.request<{ group: string; path: string[] }>("tripReport/sessionAt", {
        by,
        uri,
        position: { line, character: 0 },
      });
    const before = await at("report", 11);
    expect(before).toMatchObject({
      group: uri,
      path: [/Tuesday$/, /Ten winters$/].map((end) => expect.stringMatching(end)),
    });
    expect((await at("speaker", 11)).path[0]).toContain("Ten winters");
    expect(await at("report", 2)).toBeNull();
    await server.open("two/harbour.trip.md", HARBOUR.replace("## Tuesday", "## Overview\n\nx\n\n## Tuesday"));
    expect(await at("report", 15)).toEqual(before);
  });

  it("tells which reports changed, came and went, after it was asked for", async () => {
    await start();
    const told: { changed: readonly string[]; listed: boolean }[] = [];
    const next = server.notified("tripReport/viewsChanged", told);
    await groups({ by: "report" });
    await server.write("one/spring.trip.md", SPRING.replace("Queues", "Cues"));
    await next();
    expect(told.at(-1)).toEqual({ changed: [server.uri("one/spring.trip.md")], listed: false });
    await server.remove("one/spring.trip.md");
    await next();
    expect(told.at(-1)).toEqual({ changed: [], listed: true });
    expect(await groups({ by: "report" })).toEqual(["Harbour Days 4"]);
  });

  it("has a file once that two folders hold", async () => {
    await start(FILES, undefined, ["one", "two", "two"]);
    expect(await groups({ by: "report" })).toEqual(["Harbour Days 4", "Spring Meetup 1"]);
  });
});

describe("the view of what is private", () => {
  it("reads a file when it is opened there, and knows none outside of the workspace", async () => {
    await start();
    expect(await server.request("tripReport/privateReports", {})).toMatchObject([
      { name: "Harbour Days", internal: 1, redacted: 1 },
      { name: "Spring Meetup", internal: 0, redacted: 0 },
    ]);
    const places = (uri: string) => server.request<unknown>("tripReport/privatePlaces", { uri });
    expect(await places(server.uri("two/harbour.trip.md"))).toMatchObject([
      { what: "internal", words: "secret words", form: "inline", audience: "team" },
      { what: "suspect", words: expect.stringContaining("Off the record") },
      { what: "redacted", words: "(redacted)" },
    ]);
    expect(await places(server.uri("one/spring.trip.md"))).toEqual([]);
    server.put("outside.trip.md", HARBOUR);
    expect(await places(server.uri("outside.trip.md"))).toBeNull();
  });

  it("answers nothing of a report that is gone", async () => {
    await start();
    const uri = server.uri("two/harbour.trip.md");
    await server.remove("two/harbour.trip.md");
    await server.finds("winters", []);
    expect(await server.request("tripReport/privatePlaces", { uri })).toBeNull();
    expect(await server.request("tripReport/sessions", { by: "report", group: uri })).toEqual([]);
  });
});

describe("the view of follow-ups", () => {
  const followUps = (params: object) =>
    server.request<{ text: string; done: boolean }[]>("tripReport/followUps", params);

  it("groups them by report and owner, all or the open ones", async () => {
    await start();
    const named = async (params: object) =>
      (
        await server.request<{ name?: string; open: number; done: number }[]>(
          "tripReport/followUpGroups",
          params,
        )
      ).map(({ name, open, done }) => `${name ?? "-"} ${open} ${done}`);
    expect(await named({ by: "report", openOnly: false })).toEqual(["Harbour Days 1 1", "Spring Meetup 1 0"]);
    expect(await named({ by: "owner", openOnly: false })).toEqual(["mara 2 0", "- 0 1"]);
    expect(await named({ by: "owner", openOnly: true })).toEqual(["mara 2 0"]);
    expect(await followUps({ by: "owner", openOnly: true, group: "mara" })).toMatchObject([
      { text: "TODO ask @mara", done: false, section: "Queues that drain" },
      { text: expect.stringContaining("write to Ilse"), done: false },
    ]);
  });

  it("keeps a follow-up's key when it is ticked", async () => {
    await start();
    const uri = server.uri("two/harbour.trip.md");
    const keys = async () =>
      (await followUps({ by: "report", openOnly: false, group: uri })).map(
        (one) => (one as { key?: string }).key,
      );
    const before = await keys();
    await server.open("two/harbour.trip.md", HARBOUR.replace("[ ]", "[x]"));
    expect(await keys()).toEqual(before);
  });
});

describe("going to places", () => {
  it("finds sessions by title, speaker and event together", async () => {
    await start();
    const titles = async (query: string) =>
      (await server.request<Node[]>("tripReport/findSessions", { query })).map(({ title }) => title);
    expect(await titles("winters")).toEqual(["Ten winters"]);
    expect(await titles("varnholt spring")).toEqual(["Queues that drain"]);
    expect(await titles("zzz")).toEqual([]);
    expect((await titles("")).length).toBe(5);
  });

  it("goes from session to session and from comment to comment, and stops at the end", async () => {
    await start();
    await server.open("two/harbour.trip.md", HARBOUR);
    const next = (what: string, line: number, direction = "next") =>
      server.request("tripReport/nextPlace", {
        uri: server.uri("two/harbour.trip.md"),
        position: { line, character: 0 },
        what,
        direction,
      });
    expect(await next("session", 0)).toMatchObject({ range: { start: { line: 9 } }, count: 2 });
    expect(await next("session", 9)).toMatchObject({ range: { start: { line: 18 } } });
    expect(await next("session", 18)).toEqual({ count: 2 });
    expect(await next("session", 18, "previous")).toMatchObject({ range: { start: { line: 9 } } });
    expect(await next("internal", 0)).toMatchObject({
      range: { start: { line: 11, character: 0 } },
      count: 1,
    });
    expect(await next("internal", 11)).toEqual({ count: 1 });
  });

  it("links to a heading by its own name, else by its words", async () => {
    await start({
      ...FILES,
      "one/a.trip.md": "# T\n\n## Big *plans* (Jo Lind) {#plans}\n\n## Two Days, one `x`\n",
    });
    const anchor = (line: number) =>
      server.request("tripReport/headingAnchor", {
        uri: server.uri("one/a.trip.md"),
        position: { line, character: 0 },
      });
    await server.finds("Two Days", ["Two Days, one x (one/a.trip.md:5)"]);
    expect(await anchor(2)).toBe("plans");
    expect(await anchor(4)).toBe("two-days-one-x");
    expect(await anchor(3)).toBeNull();
  });
});
