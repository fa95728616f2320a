import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
const settings: Readonly<Record<string, { readonly type?: unknown; readonly enum?: unknown }>> =
  manifest.contributes.configuration.properties;

describe("in a folder that is not trusted", () => {
  it("the extension works, with limits", () => expect(supported).toBe("limited"));

  it("limits are those of settings that there are", () =>
    expect(restrictedConfigurations.filter((name) => !(name in settings))).toEqual([]));

  it("no setting of the folder's can name a path or a command", () => {
    const open = Object.entries(settings).filter(
      ([, { type, enum: choices }]) => type !== "boolean" && type !== "number" && !Array.isArray(choices),
    );
    expect(open.map(([name]) => name).filter((name) => !restrictedConfigurations.includes(name))).toEqual([]);
  });
});
