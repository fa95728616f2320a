import { deepEqual, equal } from "node:assert/strict";
import english from "../../../package.nls.json" with { type: "json" };
import { extension } from "./workspace.js";

describe("the manifest in the editor", () => {
  const manifest: unknown = extension.packageJSON;

  it("has every text looked up", () => {
    const texts = JSON.stringify(manifest);
    deepEqual(texts.match(/"%[\w.-]+%"/g), null);
  });

  it("has the texts of package.nls.json", () => {
    const { contributes } = manifest as { contributes: { commands: { command: string; title: unknown }[] } };
    const found = contributes.commands.find(({ command }) => command === "tripReport.showPublicCopy");
    // The editor keeps the English title beside one in another language.
    const { title } = found ?? {};
    const original = typeof title === "object" ? (title as { original: string }).original : title;
    equal(original, english["command.showPublicCopy"]);
  });
});
