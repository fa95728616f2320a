import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { rules } from "../server/src/rules/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const CORE = ["text", "syntax", "report", "publish", "analysis.ts"];

/** What the protocol's edge and the command line may import. */
const EDGE = [
  ...CORE,
  "index",
  "agenda",
  "drafts",
  "links",
  "rules",
  "config.ts",
  "config-file.ts",
  "credentials",
  "features",
  "overview",
  "workspace",
  "version.ts",
];

/** What each room may import besides itself. A file at the top of server/src is a room of its own. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ["text"],
  report: ["text", "syntax"],
  publish: ["text", "syntax", "report"],
  "analysis.ts": ["text", "syntax", "report"],
  rules: ["text", "syntax", "report"],
  index: ["text", "report", "analysis.ts"],
  agenda: ["text", "syntax", "report", "analysis.ts"],
  drafts: ["text", "syntax", "report", "analysis.ts", "agenda"],
  links: ["text", "syntax", "report", "analysis.ts"],
  "config-defaults.ts": [],
  "config-schema.ts": ["text", "report", "rules", "config-defaults.ts"],
  "config.ts": ["analysis.ts", "report", "config-defaults.ts", "config-schema.ts"],
  "config-file.ts": ["text", "rules", "config-schema.ts", "config.ts"],
  credentials: ["rules"],
  overview: ["text", "report", "publish", "analysis.ts", "index"],
  features: [...CORE, "index", "rules", "config.ts"],
  preview: ["text", "syntax", "report", "analysis.ts", "config.ts", "features"],
  workspace: [...CORE, "index", "config.ts", "config-file.ts"],
  lsp: EDGE,
  cli: EDGE,
  "version.ts": [],
  programs: ["lsp", "cli", "workspace", "version.ts"],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [
    ...text.matchAll(
      /^(?:import|export)\s[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "");
}

function roomOf(path: string): string {
  return path.split("/")[2] ?? "";
}

const server: Import[] = sources("server/src").flatMap((file) =>
  importsOf(file).map((target) => ({ file, room: roomOf(file), target })),
);

describe("imports", () => {
  it("follow the order of the rooms", () => {
    const wrong = server
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, room, target }) => ({
        file,
        room,
        to: normalize(join(dirname(file), target)).replace(/\.js$/, ".ts"),
      }))
      .filter(({ to }) => to.startsWith("server/src/"))
      .filter(({ room, to }) => room !== roomOf(to) && !ROOMS[room]?.includes(roomOf(to)));
    expect(wrong).toEqual([]);
  });

  it("go sideways among rules and features only through what they share", () => {
    const sideways = server.filter(
      ({ file, target }) =>
        /\/rules\/(?!index|rule\.)/.test(file) && /^\.\//.test(target) && target !== "./rule.js",
    );
    expect(sideways).toEqual([]);
  });

  it("of the protocol, the editor and Node stay at the edges", () => {
    const outside = (pattern: RegExp, room: RegExp) =>
      server.filter(({ file, target }) => pattern.test(target) && !room.test(file));
    expect(outside(/^vscode-/, /^server\/src\/lsp\//)).toEqual([]);
    expect(outside(/^vscode$/, /^client\//)).toEqual([]);
    expect(
      outside(/^node:/, /^server\/src\/(?:cli\/|lsp\/main\.ts|programs\/|workspace\/node(?:-[a-z-]+)?\.ts)/),
    ).toEqual([]);
  });

  it("of the server into the client are one file, and the preview where it cannot be loaded on request", () => {
    const files = new Set(
      sources("client/src").flatMap((file) =>
        importsOf(file)
          .map((target) => normalize(join(dirname(file), target)))
          .filter((target) => target.startsWith("server"))
          .filter((target) => file !== "client/src/browser.ts" || target !== "server/src/preview/plugin.js"),
      ),
    );
    expect([...files]).toEqual(["server/src/lsp/protocol.js"]);
  });
});

describe("the house", () => {
  it("has no file over 300 lines", () => {
    const long = [...sources("server/src"), ...sources("client/src"), ...sources("test")]
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 301);
    expect(long).toEqual([]);
  });

  it("names each rule's file after its code", () => {
    for (const { code } of rules)
      expect(existsSync(join(root, `server/src/rules/${code}.ts`)), code).toBe(true);
  });

  it("gives no object or function of the core a hidden class of its own", () => {
    const own = sources("server/src")
      .filter((file) => ["text", "syntax", "report", "index"].includes(roomOf(file)))
      .filter((file) => /^ {4,}get \w+\(\)|^ +function\*/m.test(readFileSync(join(root, file), "utf8")));
    expect(own).toEqual([]);
  });

  it("passes no list as the arguments of a call, which would have to fit the stack", () => {
    const calls = sources("server/src").flatMap((file) =>
      (readFileSync(join(root, file), "utf8").match(/\.(?:push|unshift)\(\s*\.\.\.\w.*/g) ?? []).map(
        (call) => `${file}: ${call}`,
      ),
    );
    expect(calls).toEqual([]);
  });

  it("keeps no mutable state at module level", () => {
    const stateful = sources("server/src").filter((file) =>
      /^(?:export )?(?:let|var) |^(?:export )?const \w+(?::[^=]+)? = new (?:Map|Set|WeakMap|WeakSet)\(\);/m.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
    expect(stateful).toEqual([]);
  });

  it("says of each function and class that others use what it is for", () => {
    const bare = [...sources("server/src"), ...sources("client/src")].flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const found = text.matchAll(/^(.*)\n(export (?:async )?(?:function|(?:abstract )?class)\b.*)$/gm);
      return [...found]
        .filter(([, before]) => !before!.endsWith("*/"))
        .map(([, , line]) => `${file}: ${line}`);
    });
    expect(bare).toEqual([]);
  });

  it("pins dependencies without naming a registry", () => {
    expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved"');
  });

  it("is described by files that are there", () => {
    const [text, contributing] = ["ARCHITECTURE.md", "CONTRIBUTING.md"].map((name) =>
      readFileSync(join(root, name), "utf8"),
    );
    const rooms = Object.keys(ROOMS).map((room) => join("server/src", room));
    const missing = [...`${text}${contributing}`.matchAll(/`([\w./-]+\.(?:ts|mts|mjs))`/g)]
      .map(([, name]) => name!)
      .filter((name) => !["", "server/src", ...rooms].some((folder) => existsSync(join(root, folder, name))));
    expect(missing).toEqual([]);
  });

  it("ships no dependency beside its bundles", () => {
    expect(manifest).not.toHaveProperty("dependencies");
  });
});
