import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

/** Commands that no user chooses: others call them with what they are about. */
const CALLED: Readonly<Record<string, string>> = {
  "tripReport.showReferences": "the code lens above a speaker",
};

/** The commands of `client/src/commands/index.ts`, which only an editor can load. */
const registered = [
  ...readFileSync(new URL("../../client/src/commands/index.ts", import.meta.url), "utf8").matchAll(
    /^ {2}"(tripReport\.\w+)": /gm,
  ),
].map(([, command = ""]) => command);
const { commands, keybindings, menus } = manifest.contributes;
const titled = commands.map(({ command }) => command);

describe("the commands of the editor", () => {
  it("are titled in package.json, and those of package.json are listed in client/src/commands/index.ts", () => {
    expect(registered.length).toBeGreaterThan(50);
    expect([...titled].sort()).toEqual(registered.filter((command) => !(command in CALLED)).sort());
  });

  it("are all that menus and keys name", () => {
    const named = [...Object.values(menus).flat(), ...keybindings].flatMap((entry) =>
      "command" in entry ? [entry.command] : [],
    );
    expect(named.filter((command) => !titled.includes(command))).toEqual([]);
  });

  // A command without a condition is offered to who writes no reports, and does nothing there.
  it("are offered only where they apply: by `enablement` or in `menus.commandPalette`, unless they apply everywhere", () => {
    const conditional = new Set([
      ...commands.flatMap((one) => ("enablement" in one ? [one.command] : [])),
      ...menus.commandPalette.map(({ command }) => command),
    ]);
    const everywhere =
      /^tripReport\.(?:newReport|importAgenda|goToSession|showOverviewOfAll(?:AsText)?|group\w+|filterSessions|toggleFollowCursor)$/;
    expect(titled.filter((command) => !conditional.has(command) && !everywhere.test(command))).toEqual([]);
  });
});
