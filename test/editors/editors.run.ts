import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { processes } from "../host/processes.mjs";
import { drive, type Editor, type Session } from "./editor.js";

const driver = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const editors: readonly Editor[] = [
  {
    name: "Neovim",
    configuration: { block: "neovim-0.7", file: ".config/nvim/init.lua" },
    command: "nvim",
    args: () => ["--headless", "--cmd", `luafile ${driver("neovim.lua")}`, "lantern-week.trip.md"],
  },
  {
    name: "Emacs",
    configuration: { block: "emacs", file: ".emacs.d/init.el" },
    command: "emacs",
    // A daemon has a loop of commands and keys as an editor on a terminal has, without the terminal.
    args: (scratch) => [`--fg-daemon=${join(scratch, "run", "emacs")}`, "--load", driver("emacs.el")],
  },
];

/** What each step must come to, the same in every editor. */
const expected: Readonly<Record<string, unknown>> = {
  outline: [
    { line: 11, name: "Tuesday" },
    { line: 13, name: "Keynote: A year without a grid" },
    { line: 18, name: "Wicks and wires" },
    { line: 22, name: "Closing words" },
  ],
  diagnostics: [{ line: 15, code: "invisible-redacted-marker" }],
  hover: expect.stringMatching(/Internal comment.*for `?team`?, 1 line/),
  quickFix: "- 🔦 Her torch outlived the talk. \\<Redacted comments>",
  definition: { line: 13, rest: "Ottilie Brandsma, Fenlight)" },
  completion: "Speaker: Pelle Aaby, Ottilie Brandsma (Fenlight)",
  rename: [
    "### 9:00 Keynote: A year without a grid (Odile Brandsma, Fenlight)",
    "- 🕯️ He thanked Odile Brandsma for the spare battery.",
    "Speaker: Pelle Aaby, Odile Brandsma (Fenlight)",
    "## Lamps you can eat (Odile Brandsma)",
  ],
  otherFiles: 0,
  complaints: [],
};

describe.each(editors)("$name with its documented configuration", (editor) => {
  let session: Session;
  beforeAll(async () => {
    session = await drive(editor);
  });

  it("starts the server for the folder of the reports, and ends it", async () => {
    const { workspace, steps } = session;
    expect(steps.start, session.output).toEqual({ value: { root: workspace, pid: expect.any(Number) } });
    const { pid } = (steps.start as { value: { pid: number } }).value;
    // One that has ended and waits for its parent has no command any more.
    const runs = () => processes().some((one) => one.pid === pid && one.command !== "");
    await vi.waitUntil(() => !runs(), { timeout: 10_000 });
  });

  it.each(Object.keys(expected))("%s", (step) => {
    expect(session.steps[step], session.output).toEqual({ value: expected[step] });
  });
});
