import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { configurations } from "./documentation.js";

const blocks = configurations();
const block = (name: string) => blocks.get(name) ?? "";
const json = (name: string) => JSON.parse(block(name));

describe("the configurations for other editors", () => {
  it("are those of the editors that the page names", () => {
    expect([...blocks.keys()]).toEqual([
      "neovim",
      "neovim-0.7",
      "emacs",
      "helix",
      "zed",
      "zed-code",
      "sublime-text",
      "kate",
    ]);
  });

  it("start the server by the name that the package installs it under", () => {
    expect(manifest.bin).toHaveProperty("trip-report-language-server");
    for (const name of ["neovim", "neovim-0.7", "emacs", "helix", "zed-code", "sublime-text", "kate"])
      expect(block(name), name).toMatch(/"trip-report-language-server".*"--stdio"/s);
  });

  it("that are JSON have the command at its place", () => {
    const command = ["trip-report-language-server", "--stdio"];
    expect(json("sublime-text").clients["trip-report"]).toMatchObject({ enabled: true, command });
    expect(json("kate").servers.markdown).toMatchObject({ command });
  });
});
